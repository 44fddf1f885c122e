package vn.luot.kiosk.printer;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * Takes apart what a printer sends on one line without framing: answers to {@code DLE EOT}, {@code GS r} and {@code
 * GS ( H}, and the automatic status. Fixed bits tell them apart; what fits nothing (XON, XOFF, noise) is dropped.
 */
final class StatusDecoder extends ByteToMessageDecoder {
    private static final int LONGEST_BLOCK = 90;

    private final int[] automatic = new int[4];
    private int automaticBytes;
    private final ByteArrayOutputStream block = new ByteArrayOutputStream();

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        int b = in.readUnsignedByte();
        if (block.size() > 0 && insideBlock(b, out)) return;
        if (automaticBytes > 0 && insideAutomatic(b, out)) return;
        outside(b, out);
    }

    private boolean insideBlock(int b, List<Object> out) {
        if (b != 0 && (b < 0x20 || b > 0x7E) || block.size() == LONGEST_BLOCK) {
            block.reset();
            return false;
        }
        block.write(b);
        if (b == 0) {
            out.add(new StatusMessage.Block(block.toByteArray()));
            block.reset();
        }
        return true;
    }

    private boolean insideAutomatic(int b, List<Object> out) {
        if (isRealTime(b)) {
            out.add(new StatusMessage.RealTime(b));
            return true;
        }
        if ((b & 0x90) != 0) {
            automaticBytes = 0;
            return false;
        }
        automatic[automaticBytes++] = b;
        if (automaticBytes == automatic.length) {
            out.add(new StatusMessage.Automatic(automatic[0], automatic[1], automatic[2], automatic[3]));
            automaticBytes = 0;
        }
        return true;
    }

    private void outside(int b, List<Object> out) {
        if (isRealTime(b)) {
            out.add(new StatusMessage.RealTime(b));
        } else if ((b & 0x93) == 0x10) {
            automatic[0] = b;
            automaticBytes = 1;
        } else if (isBlockHeader(b)) {
            block.write(b);
        } else if ((b & 0x90) == 0) {
            out.add(new StatusMessage.Queued(b));
        }
    }

    private static boolean isRealTime(int b) {
        return (b & 0x93) == 0x12;
    }

    private static boolean isBlockHeader(int b) {
        return b == 0x35 || b == 0x37 || b == 0x3B || b == 0x3D || b == 0x53 || b == 0x5F;
    }
}
