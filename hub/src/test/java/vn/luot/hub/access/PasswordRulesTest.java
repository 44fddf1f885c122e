package vn.luot.hub.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a7$kZ!q",
                "đđđđđđđ",
                "quan1234",
                "Quận@1234",
                "Matkhau1",
                "password12",
                "huongtra2021!",
                "password",
                "Passw0rd",
                "12345678",
                "01011990",
                "0912345678",
                "aaaaaaaaaaaaaaaaaa",
                "abcabcabc",
                "qwertyuiop",
                "anhyeuem",
                "nguyễn-thị-lan",
                "Nguyễn-Thị-Lan99",
            })
    void refusesWhatAnybodyWouldTryFirst(String password) {
        assertThat(PasswordRules.fault("nguyễn-thị-lan", password)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bốn con mèo xanh",
                "a7$kZ!qW",
                "12 con trâu",
                "đường về nhà",
                "🐈🐈🐕🐓🐄🐖🦆🐐",
                "correct horse battery staple",
            })
    void takesWhatNobodyWouldTryFirst(String password) {
        assertThat(PasswordRules.fault("nguyễn-thị-lan", password)).isEmpty();
    }

    @Test
    void readsEvenAnEndlessPassword() {
        assertThat(PasswordRules.fault("lan", "a".repeat(65_536))).isPresent();
        assertThat(PasswordRules.fault("lan", "meo".repeat(20_000) + "xanh")).isEmpty();
    }
}
