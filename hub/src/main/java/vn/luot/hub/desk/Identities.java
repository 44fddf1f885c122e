package vn.luot.hub.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.hub.http.Failure;
import vn.luot.hub.queue.Step;
import vn.luot.protocol.message.ScanKey;
import vn.luot.protocol.program.OwnersFile;

/**
 * Tells persons of one day apart without knowing who they are: a keyed hash, whose secret is destroyed when the day is
 * closed. The secret is a file of its own beside the database, so that a restart in the middle of a day goes on with it
 * and no backup of the database has it.
 */
public final class Identities implements Audience {
    private static final int SECRET_BYTES = 32;
    private static final int KEPT_BYTES = 16;
    private static final Pattern IDENTITY = Pattern.compile("[A-Z0-9]{6,64}");
    private static final Pattern SCANNED = Pattern.compile(ScanKey.HASHED + "[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final Logger LOG = LoggerFactory.getLogger(Identities.class);

    private final Path file;
    private byte[] secret;

    /** @param folder of the hub's data */
    public Identities(Path folder) {
        this.file = folder.resolve("identity.key");
    }

    /** With what kiosks hash the numbers of cards today. It follows from the secret, and tells nothing of it. */
    ScanKey scanKey(LocalDate day) {
        return ScanKey.of(day, ScanKey.hmac(secret(), "scan"));
    }

    /**
     * The same for the same person all day, and of no use tomorrow.
     *
     * @param identity a number, or the hash that a kiosk made of it
     * @throws Failure FIELD_INVALID when it is no number of a card or a telephone; what was sent is not repeated
     */
    String hashOf(String identity) {
        var scanned =
                SCANNED.matcher(identity).matches() ? identity : scanKey(null).hashOf(plain(identity));
        var hash = ScanKey.hmac(secret(), scanned);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, KEPT_BYTES));
    }

    private static String plain(String identity) {
        var plain = identity.replaceAll("[ .+-]", "").toUpperCase(Locale.ROOT);
        if (IDENTITY.matcher(plain).matches()) return plain;
        throw Failure.field("identity", "gồm 6 đến 64 chữ cái A–Z và chữ số.", "must be 6 to 64 of A–Z and digits.");
    }

    private synchronized byte[] secret() {
        if (secret == null) secret = kept();
        return secret;
    }

    /** What a hub before a restart kept; else a fresh one, on the disk before it is used. */
    private byte[] kept() {
        try {
            if (Files.exists(file)) {
                var bytes = Files.readAllBytes(file);
                if (bytes.length == SECRET_BYTES) return bytes;
            }
            var fresh = new byte[SECRET_BYTES];
            RANDOM.nextBytes(fresh);
            OwnersFile.write(file, fresh);
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException("the day's secret cannot be kept", e);
        }
    }

    private static void write(FileChannel channel, byte[] bytes) throws IOException {
        var left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) channel.write(left);
        channel.force(true);
    }

    @Override
    public void announce(List<Announcement> taken) {
        if (taken.stream().noneMatch(told -> told.step().kind() == Step.Kind.DAY_CLOSED)) return;
        try {
            destroy();
        } catch (UncheckedIOException e) {
            // The desk must go on; a hub that starts without an open day tries again.
            LOG.error("Anybody who reads {} can still tell today's visitors apart; delete it", file, e);
        }
    }

    @Override
    public void startOver() {
        // The secret is the day's and not the journal's.
    }

    /** Overwrites the secret and deletes it: nobody can make the hashes of the day again. */
    public synchronized void destroy() {
        if (secret != null) Arrays.fill(secret, (byte) 0);
        secret = null;
        try {
            if (!Files.exists(file)) return;
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                write(channel, new byte[SECRET_BYTES]);
            }
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the day's secret is still in " + file, e);
        }
    }
}
