package vn.luot.protocol.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import vn.luot.protocol.program.CannotStart;
import vn.luot.protocol.program.OwnersFile;

/** What a device proves itself with, and the file that it is kept in, if any. Thread-safe. */
public final class DeviceToken {
    private final Path file;
    private volatile String text;

    private DeviceToken(Path file, String text) {
        this.file = file;
        this.text = Objects.requireNonNull(text, "token");
    }

    /** One that stays as it is. */
    public static DeviceToken of(String text) {
        return new DeviceToken(null, text);
    }

    /**
     * The one in {@code file}, where another takes its place when the device is paired.
     *
     * @param mayBeMissing whether a device that has none yet waits to be paired
     * @throws CannotStart when it cannot be read
     */
    public static DeviceToken in(Path file, boolean mayBeMissing) {
        if (mayBeMissing && Files.notExists(file)) return new DeviceToken(file, "");
        try {
            return new DeviceToken(file, Files.readString(file).strip());
        } catch (IOException e) {
            throw new CannotStart(
                            file + ": không đọc được tệp mã thiết bị, hãy thêm --pair, hoặc tạo bằng: hub device add",
                            "the token file cannot be read; add --pair, or make one with: hub device add",
                            e)
                    .about("token-file");
        }
    }

    String text() {
        return text;
    }

    boolean canBeAnother() {
        return file != null;
    }

    /** Holds from now on, even when it cannot be kept. */
    void becomes(String fresh) throws IOException {
        text = fresh;
        Files.createDirectories(file.toAbsolutePath().getParent());
        OwnersFile.write(file, fresh + "\n");
    }

    /** Without the token. */
    @Override
    public String toString() {
        return file == null ? "a token" : "the token in " + file;
    }
}
