package vn.luot.board.led;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import java.util.Optional;

/** A numeric display with six digits (DM36B06): six registers, each the ASCII character of one digit. */
final class ModbusDisplay implements LedUnit {
    private final int unit;
    private final int register;
    private final EmbeddedChannel codec = new EmbeddedChannel(new ModbusEncoder(), new ModbusDecoder());

    /** @param register register of the leftmost digit */
    ModbusDisplay(int unit, int register) {
        this.unit = unit;
        this.register = register;
    }

    @Override
    public List<byte[]> draw(Face face) {
        var characters = SevenSegments.fit(face.first()).chars().boxed().toList();
        return List.of(Codecs.encode(codec, new ModbusRequest.WriteMany(unit, register, characters)));
    }

    @Override
    public boolean mustAnswer() {
        return unit != ModbusRequest.BROADCAST;
    }

    @Override
    public Optional<Reply> heard(byte[] bytes) {
        return Codecs.decode(codec, bytes, ModbusResponse.class)
                .flatMap(response -> reply(response).stream())
                .reduce((earlier, last) -> last);
    }

    /** Empty for what another unit said, or said too late to something else. */
    private Optional<Reply> reply(ModbusResponse response) {
        if (response.equals(new ModbusResponse.WroteMany(unit, register, SevenSegments.DIGITS))) {
            return Optional.of(Reply.SHOWN);
        }
        if (response instanceof ModbusResponse.Refused refused
                && refused.unit() == unit
                && refused.function() == ModbusRequest.WriteMany.FUNCTION) {
            return Optional.of(new Reply.Refused(reason(refused.code())));
        }
        return Optional.empty();
    }

    private static String reason(int code) {
        return switch (code) {
            case 1 -> "it cannot write several registers (exception 1)";
            case 2 -> "it has no such registers (exception 2), check \"register\"";
            case 3 -> "it does not take these characters (exception 3)";
            default -> "exception " + code;
        };
    }

    @Override
    public void close() {
        codec.finishAndReleaseAll();
    }
}
