package vn.luot.hub.db;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * A stream in pieces, each sealed by AES-GCM: a length, then the sealed piece. A piece knows its place and whether it is
 * the last, so that none can be changed, swapped, or cut off unseen. A key seals one stream only.
 */
final class Sealed {
    private static final int PIECE = 1 << 20;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final byte[] alsoProved;
    private int place;

    private Sealed(SecretKey key, byte[] alsoProved) {
        this.key = key;
        this.alsoProved = alsoProved;
    }

    /** @param alsoProved what stands beside the stream, in clear, and must be the same when it is read */
    static OutputStream to(OutputStream out, SecretKey key, byte[] alsoProved) {
        return new Sealing(new DataOutputStream(out), new Sealed(key, alsoProved));
    }

    /** Reading fails with {@link BrokenBackup} when the key is another's or anything was changed. */
    static InputStream from(InputStream in, SecretKey key, byte[] alsoProved) {
        return new Unsealing(new DataInputStream(in), new Sealed(key, alsoProved));
    }

    private byte[] next(int mode, byte[] piece, boolean last) throws IOException {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            var nonce = ByteBuffer.allocate(12)
                    .putInt(place++)
                    .put(last ? (byte) 1 : 0)
                    .array();
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(alsoProved);
            return cipher.doFinal(piece);
        } catch (AEADBadTagException e) {
            throw new BrokenBackup("sai mật khẩu, hoặc tệp đã bị sửa", "wrong passphrase, or the file was changed", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    private static final class Sealing extends OutputStream {
        private final DataOutputStream out;
        private final Sealed pieces;
        private final ByteArrayOutputStream piece = new ByteArrayOutputStream(PIECE);

        private Sealing(DataOutputStream out, Sealed pieces) {
            this.out = out;
            this.pieces = pieces;
        }

        @Override
        public void write(int one) throws IOException {
            if (piece.size() == PIECE) send(false);
            piece.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            for (var done = 0; done < length; ) {
                if (piece.size() == PIECE) send(false);
                var fits = Math.min(length - done, PIECE - piece.size());
                piece.write(bytes, from + done, fits);
                done += fits;
            }
        }

        private void send(boolean last) throws IOException {
            var sealed = pieces.next(Cipher.ENCRYPT_MODE, piece.toByteArray(), last);
            piece.reset();
            out.writeInt(last ? -sealed.length : sealed.length);
            out.write(sealed);
        }

        @Override
        public void close() throws IOException {
            send(true);
            out.close();
        }
    }

    private static final class Unsealing extends InputStream {
        private final DataInputStream in;
        private final Sealed pieces;
        private ByteBuffer piece = ByteBuffer.allocate(0);
        private boolean last;

        private Unsealing(DataInputStream in, Sealed pieces) {
            this.in = in;
            this.pieces = pieces;
        }

        @Override
        public int read() throws IOException {
            return fill() ? piece.get() & 0xFF : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (!fill()) return -1;
            var got = Math.min(length, piece.remaining());
            piece.get(bytes, from, got);
            return got;
        }

        private boolean fill() throws IOException {
            while (!piece.hasRemaining() && !last) {
                var length = length();
                last = length < 0;
                var sealed = in.readNBytes(Math.abs(length));
                piece = ByteBuffer.wrap(pieces.next(Cipher.DECRYPT_MODE, sealed, last));
            }
            return piece.hasRemaining();
        }

        private int length() throws IOException {
            try {
                var length = in.readInt();
                if (length == Integer.MIN_VALUE || Math.abs(length) > PIECE + TAG_BITS / 8) throw new EOFException();
                return length;
            } catch (EOFException e) {
                throw new BrokenBackup("tệp bị cắt cụt hoặc hỏng", "the file was cut off or is damaged", e);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
