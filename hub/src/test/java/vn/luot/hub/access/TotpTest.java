package vn.luot.hub.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    /** RFC 6238, appendix B: "12345678901234567890". */
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @ParameterizedTest
    @CsvSource({
        "59,          94287082",
        "1111111109,  07081804",
        "1111111111,  14050471",
        "1234567890,  89005924",
        "2000000000,  69279037",
        "20000000000, 65353130",
    })
    void givesTheCodesOfTheStandard(long seconds, String code) {
        assertThat(Totp.code(SECRET, seconds / 30, 8)).isEqualTo(code);
    }

    @Test
    void forgivesATelephoneThirtySeconds() {
        var now = Instant.ofEpochSecond(1111111111);

        assertThat(Totp.step(SECRET, Codes.at(SECRET, now.minusSeconds(30)), now))
                .isPresent();
        assertThat(Totp.step(SECRET, " " + Codes.at(SECRET, now.plusSeconds(30)) + " ", now))
                .isPresent();
        assertThat(Totp.step(SECRET, Codes.at(SECRET, now.minusSeconds(60)), now))
                .isEmpty();
        assertThat(Totp.step(SECRET, Codes.at(SECRET, now.plusSeconds(60)), now))
                .isEmpty();
        assertThat(Totp.step(SECRET, "", now)).isEmpty();
    }

    @Test
    void makesSecretsOf160Bits() {
        assertThat(Totp.freshSecret()).matches("[A-Z2-7]{32}").isNotEqualTo(Totp.freshSecret());
    }
}
