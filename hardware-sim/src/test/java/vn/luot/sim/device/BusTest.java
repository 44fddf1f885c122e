package vn.luot.sim.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BusTest {
    private static final byte[] WRITE_TO_3 = Hex.bytes("03 06 00 00 00 41 48 18");

    @Test
    void letsOneAnswerThrough() {
        var bus = new Bus(List.of(new SimModbusDisplay(3), new SimModbusDisplay(4)));
        var heard = Heard.from(bus);

        bus.receive(WRITE_TO_3);

        assertThat(heard.hex()).isEqualTo("03 06 00 00 00 41 48 18");
    }

    @Test
    void garblesTheAnswersOfTwoBoardsWithOneAddress() {
        var wronglySet = new SimModbusDisplay(4);
        wronglySet.dial(3);
        var bus = new Bus(List.of(new SimModbusDisplay(3), wronglySet));
        var heard = Heard.from(bus);

        bus.receive(WRITE_TO_3);

        assertThat(heard.hex()).isNotEmpty().isNotEqualTo("03 06 00 00 00 41 48 18");
        assertThat(wronglySet.text()).isEqualTo("A     ");

        wronglySet.dial(4);
        bus.receive(WRITE_TO_3);
        assertThat(heard.hex()).endsWith("03 06 00 00 00 41 48 18");
    }
}
