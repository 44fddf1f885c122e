package vn.luot.hub.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class PasswordHashTest {
    @Test
    void isWrittenInPhcForm() {
        var phc = PasswordHash.of("bốn con mèo xanh").phc();

        assertThat(phc).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(PasswordHash.parse(phc).isOf("bốn con mèo xanh")).isTrue();
        assertThat(PasswordHash.parse(phc).isOf("bốn con mèo vàng")).isFalse();
    }

    @Test
    void isNeverTheSameTwice() {
        assertThat(PasswordHash.of("bốn con mèo xanh").phc())
                .isNotEqualTo(PasswordHash.of("bốn con mèo xanh").phc());
    }

    @Test
    void readsWhatOtherProgramsWrite() {
        // Made with OpenSSL.
        var phc = "$argon2id$v=19$m=19456,t=2,p=1$AAECAwQFBgcICQoLDA0ODw$SAiFUeFJDb/+bhhla14wa9vZ4exRtNkcJ8U6vq+liNo";

        assertThat(PasswordHash.parse(phc).isOf("bốn con mèo xanh")).isTrue();
        assertThat(PasswordHash.parse(phc).phc()).isEqualTo(phc);
    }

    @Test
    void nobodysPasswordTakesTheSameWorkAsAnybodys() {
        var anybodys = PasswordHash.of("bốn con mèo xanh");

        assertThat(PasswordHash.NOBODYS.memory()).isEqualTo(anybodys.memory());
        assertThat(PasswordHash.NOBODYS.iterations()).isEqualTo(anybodys.iterations());
        assertThat(PasswordHash.NOBODYS.lanes()).isEqualTo(anybodys.lanes());
    }

    @Test
    void readsNoOtherKindOfHash() {
        assertThatIllegalStateException().isThrownBy(() -> PasswordHash.parse("$2y$10$abcdefghijklmnopqrstuv"));
    }
}
