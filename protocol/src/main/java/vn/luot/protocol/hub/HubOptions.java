package vn.luot.protocol.hub;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import vn.luot.protocol.program.TrustedCa;

/** Which hub a device's program works for, and how it proves who it is: options of its command line. */
public final class HubOptions {
    @Option(
            names = "--hub",
            converter = Address.class,
            paramLabel = "URL",
            description = "Địa chỉ máy chủ / address of the hub, http://10.0.0.5:8080")
    private URI address;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Tệp chứa mã thiết bị / file with the device's token (hub device add)")
    private Path tokenFile;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "Chứng thư ca.pem của máy chủ, khi máy chủ dùng TLS / the hub's ca.pem, for a hub with TLS")
    private Path ca;

    @Option(
            names = "--pair",
            description = "Chưa có mã thì hiện mã ghép nối và đợi quản trị xác nhận"
                    + " / without a token, show a pairing code and wait until it is confirmed")
    private boolean pair;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** @throws MissingParameterException when none is given */
    public URI address() {
        return given("--hub", address);
    }

    /** From now on the process trusts the hub's authority only, when one is named. Before anything is connected. */
    public void trust() {
        if (ca != null) TrustedCa.only(ca);
    }

    /**
     * The device's token; an empty one when it has none yet and may be paired.
     *
     * @throws MissingParameterException when no file is named
     * @throws vn.luot.protocol.program.CannotStart when there is none, or it cannot be read
     */
    public DeviceToken token() {
        return DeviceToken.in(given("--token-file", tokenFile), pair);
    }

    /** Not asked for by picocli, because a program may have work without a hub. */
    private <T> T given(String option, T value) {
        if (value != null) return value;
        throw new MissingParameterException(
                command.commandLine(), command.findOption(option), "Missing required option: '" + option + "'");
    }

    private static final class Address implements ITypeConverter<URI> {
        @Override
        public URI convert(String text) {
            try {
                var hub = new URI(text);
                HubAddress.of(hub);
                return hub;
            } catch (IllegalArgumentException | URISyntaxException e) {
                throw new TypeConversionException(HubAddress.wrong(text).getMessage());
            }
        }
    }
}
