package vn.luot.sim.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.luot.sim.device.SimKeypad.Key;

class SimKeypadTest {
    private final SimKeypad keypad = new SimKeypad(5);
    private final Heard heard = Heard.from(keypad);

    @Test
    void showsWhatItIsToldAndSaysThatNoKeyWaits() {
        keypad.receive(Hex.bytes("02 05 50 07 00 20 20 41 30 31 32 68"));

        assertThat(keypad.text()).isEqualTo("  A012");
        assertThat(heard.hex()).isEqualTo("02 05 4B 02 00 00 2A");
    }

    @Test
    void tellsItsPressUntilItIsTaken() {
        assertThat(keypad.press(Key.NEXT)).isTrue();
        assertThat(keypad.press(Key.NEXT)).isFalse();

        keypad.receive(Hex.bytes("02 05 50 07 00 20 20 41 30 31 32 68"));

        assertThat(heard.hex()).isEqualTo("02 05 4B 02 01 01 38");
        assertThat(keypad.waits()).isTrue();
    }

    @Test
    void answersNeitherToOthersNorToDamage() {
        keypad.receive(Hex.bytes("02 05 50 07 00 20 20 41 30 31 33 68"));
        keypad.receive(Hex.bytes("02 06 50 07 00 20 20 41 30 31 32 68"));

        assertThat(heard.hex()).isEmpty();
        assertThat(keypad.text()).isBlank();
    }
}
