package vn.luot.kiosk.printer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.luot.protocol.program.CannotStart;

/** Asks a person which blocks of the self-test came out right, and writes the profile that follows from it. */
public final class SelfTestAnswer {
    private final PrinterProfile profile;
    private final Path file;

    /** @param file where the profile is written */
    public SelfTestAnswer(PrinterProfile profile, Path file) {
        this.profile = profile;
        this.file = file;
    }

    /** @throws CannotStart when the profile cannot be written */
    public void ask(BufferedReader person, PrintWriter screen) throws IOException {
        var modes = profile.modes();
        for (var mode : modes) screen.println("  [" + label(modes, mode) + "] " + mode);
        screen.println("Những khối nào đúng mọi dấu (ví dụ AC; Enter nếu không khối nào)?");
        screen.print("Which blocks have every mark right (such as AC; Enter for none)? ");
        screen.flush();
        var answer = Optional.ofNullable(person.readLine()).orElse("").strip().toUpperCase(Locale.ROOT);
        var best = best(modes, answer);
        if (best.isEmpty()) {
            screen.println("Chưa ghi cấu hình; hãy thử --profile khác / nothing written; try another --profile");
            return;
        }
        write(profile.with(best.get()));
        screen.println("Đã ghi / written: " + file + " (" + best.get() + "), --profile " + file);
    }

    /** Text is a tenth of the bytes of pictures, so it goes first; modes are in that order. */
    private static Optional<PrinterProfile.TextMode> best(List<PrinterProfile.TextMode> modes, String answer) {
        return modes.stream()
                .filter(mode -> answer.indexOf(label(modes, mode)) >= 0)
                .findFirst();
    }

    private static char label(List<PrinterProfile.TextMode> modes, PrinterProfile.TextMode mode) {
        return (char) ('A' + modes.indexOf(mode));
    }

    private void write(PrinterProfile chosen) {
        try {
            Files.writeString(file, chosen.json());
        } catch (IOException e) {
            throw new CannotStart(
                    file + ": không ghi được cấu hình, hãy chọn nơi khác bằng --save",
                    "the profile cannot be written, choose another place with --save",
                    e);
        }
    }
}
