package vn.luot.board.led;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ModbusEncoderTest {
    static Stream<Arguments> requests() {
        return Stream.of(
                // Frames of the published Modbus examples, not made by this encoder.
                Arguments.of(new ModbusRequest.Read(0x01, 0, 10), "01 03 00 00 00 0A C5 CD"),
                Arguments.of(new ModbusRequest.WriteOne(0x11, 1, 3), "11 06 00 01 00 03 9A 9B"),
                Arguments.of(
                        new ModbusRequest.WriteMany(0x11, 1, List.of(0x000A, 0x0102)),
                        "11 10 00 01 00 02 04 00 0A 01 02 C6 F0"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void framesARequest(ModbusRequest request, String frame) {
        var codec = new EmbeddedChannel(new ModbusEncoder());

        assertThat(Hex.encoded(codec, request)).isEqualTo(frame);
    }
}
