package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import vn.luot.hub.oidc.ProviderConfig;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.program.CannotStart;

/** What is wrong is said before the hub starts. */
class ProviderOptionsTest {
    private static final Optional<String> HERE = Optional.of("https://luot.hue.vn/");

    @Test
    void isOffUnlessAskedFor() {
        assertThat(read(HERE)).isEmpty();
    }

    @Test
    void readsAProvider(@TempDir Path folder) throws Exception {
        var secret = Files.writeString(folder.resolve("secret"), "bí mật\n");

        var provider = read(
                        HERE,
                        "--oidc-issuer=https://id.hue.vn/realms/so",
                        "--oidc-client-id=luot",
                        "--oidc-client-secret-file=" + secret,
                        "--oidc-roles=cn=admins=admin, mot-cua = clerk")
                .orElseThrow();

        assertThat(provider.name()).isEqualTo("id.hue.vn");
        assertThat(provider.clientSecret()).hasValue("bí mật");
        assertThat(provider.comeBack()).isEqualTo(URI.create("https://luot.hue.vn/api/session/oidc/back"));
        assertThat(provider.roles()).containsEntry("cn=admins", Role.ADMIN).containsEntry("mot-cua", Role.CLERK);
        assertThat(provider.roles().keySet()).containsExactly("cn=admins", "mot-cua");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --oidc-client-id=luot                                                              | oidc-issuer
            --oidc-issuer=http://id.hue.vn --oidc-client-id=luot --oidc-roles=a=clerk          | https
            --oidc-issuer=id.hue.vn --oidc-client-id=luot --oidc-roles=a=clerk                 | https
            --oidc-issuer=https://id.hue.vn --oidc-roles=a=clerk                               | oidc-client-id
            --oidc-issuer=https://id.hue.vn --oidc-client-id=luot                              | oidc-roles
            --oidc-issuer=https://id.hue.vn --oidc-client-id=luot --oidc-roles=a               | oidc-roles
            --oidc-issuer=https://id.hue.vn --oidc-client-id=luot --oidc-roles=a=chief         | oidc-roles
            --oidc-issuer=https://id.hue.vn --oidc-client-id=luot --oidc-roles=a=kiosk         | oidc-roles
            --oidc-issuer=https://id.hue.vn --oidc-client-id=luot --oidc-roles=a=holder        | oidc-roles
            --oidc-issuer=https://id.hue.vn --oidc-client-id=luot --oidc-client-secret-file=/nowhere --oidc-roles=a=clerk | /nowhere
            """)
    void refusesWhatCannotWork(String options, String named) {
        assertThatThrownBy(() -> read(HERE, options.split(" ")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(named);
    }

    @Test
    void needsAnAddressToLeadBackTo() {
        assertThatThrownBy(() -> read(
                        Optional.empty(),
                        "--oidc-issuer=https://id.hue.vn",
                        "--oidc-client-id=luot",
                        "--oidc-roles=a=clerk"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("public-url");
    }

    private static Optional<ProviderConfig> read(Optional<String> publicUrl, String... options) {
        return CommandLine.populateCommand(new ProviderOptions(), options).provider(publicUrl);
    }
}
