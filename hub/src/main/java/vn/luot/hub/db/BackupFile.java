package vn.luot.hub.db;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import vn.luot.protocol.message.Json;

/** One backup: a line that says what it is, a line of JSON with what is in it, then the database, packed. */
final class BackupFile {
    private static final String MAGIC = "LUOT-BACKUP 1";
    private static final int LONGEST_LINE = 64 * 1_024;

    private final Path file;
    private final Header header;
    private final byte[] headerJson;

    private BackupFile(Path file, Header header, byte[] headerJson) {
        this.file = file;
        this.header = header;
        this.headerJson = headerJson;
    }

    /**
     * @param sha256 of the database, unpacked
     * @param sealed absent for a backup without a passphrase
     */
    record Header(Instant at, Contents contents, String sha256, Passphrase.Stretching sealed) {}

    static void write(Path file, Path database, Contents contents, Passphrase passphrase, Instant at)
            throws IOException {
        var sealed =
                passphrase.words().map(words -> Passphrase.Stretching.fresh()).orElse(null);
        var header = Json.bytes(new Header(at, contents, sha256(database), sealed));
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write((MAGIC + "\n").getBytes(StandardCharsets.US_ASCII));
            out.write(header);
            out.write('\n');
            var body = sealed == null ? out : Sealed.to(out, passphrase.key(sealed), header);
            try (var packed = new GZIPOutputStream(body)) {
                Files.copy(database, packed);
            }
        }
    }

    /** @throws BrokenBackup when it is none */
    static BackupFile open(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            return read(file, in);
        }
    }

    private static BackupFile read(Path file, InputStream in) throws IOException {
        if (!MAGIC.equals(new String(line(in), StandardCharsets.US_ASCII))) {
            throw new BrokenBackup("không phải bản sao lưu của Lượt", "not a backup of Lượt", null);
        }
        var json = line(in);
        try {
            return new BackupFile(file, Json.readLeniently(json, Header.class), json);
        } catch (IOException e) {
            throw new BrokenBackup("phần đầu tệp bị hỏng", "the head of the file is damaged", e);
        }
    }

    private static byte[] line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
            if (line.size() > LONGEST_LINE) break;
        }
        return line.toByteArray();
    }

    Header header() {
        return header;
    }

    /**
     * Unpacks the database.
     *
     * @throws BrokenBackup when it is not the one that was packed
     */
    void unpack(Path database, Passphrase passphrase) throws IOException {
        if (header.sealed() != null && passphrase.words().isEmpty()) {
            throw new BrokenBackup(
                    "bản sao lưu có mật khẩu, hãy thêm --passphrase-file TỆP",
                    "the backup has a passphrase: name its file",
                    null);
        }
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            read(file, in);
            var body = header.sealed() == null ? in : Sealed.from(in, passphrase.key(header.sealed()), headerJson);
            try (var unpacked = new GZIPInputStream(body);
                    var out = Files.newOutputStream(database)) {
                unpacked.transferTo(out);
            }
        } catch (BrokenBackup e) {
            throw e;
        } catch (IOException e) {
            throw new BrokenBackup("tệp bị cắt cụt hoặc hỏng", "the file was cut off or is damaged", e);
        }
        if (!sha256(database).equals(header.sha256())) {
            throw new BrokenBackup("sai mã kiểm tra, tệp đã bị sửa", "wrong checksum: the file was changed", null);
        }
    }

    private static String sha256(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
