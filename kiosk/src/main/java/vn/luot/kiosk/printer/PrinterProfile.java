package vn.luot.kiosk.printer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.program.CannotStart;

/**
 * What a printer model can do; a JSON file each under {@code profiles/}, or a file of the technician's own.
 *
 * @param dots printable dots across the paper
 * @param columns characters of 12 dots across the paper
 * @param lineDots height of a Vietnamese line when it is drawn, at least 32: at 24 TỈNH reads as TÍNH
 * @param lowerPage number of the TCVN-3 page after {@code ESC t}; absent unless TCVN3
 * @param capitalPage the same for the page of capitals
 * @param kanjiOff whether the model starts in a Chinese mode that swallows bytes above 0x7F
 * @param feedBeforeCut lines from the print head to the knife
 */
public record PrinterProfile(
        TextMode text,
        int dots,
        int columns,
        int lineDots,
        Integer lowerPage,
        Integer capitalPage,
        boolean kanjiOff,
        Completion completion,
        int feedBeforeCut) {

    /** The safe choice for a model nobody has tried: it needs nothing but raster images and ASCII. */
    public static final String DEFAULT = "generic-80mm";

    /** How Vietnamese gets on the paper. */
    public enum TextMode {
        /** As text of the printer's own two TCVN-3 pages. */
        TCVN3,
        /** As one picture for each line that is not plain ASCII. */
        RASTER_LINES
    }

    /** What the printer answers once everything before the question is on paper. */
    public enum Completion {
        /** {@code GS ( H}: the four characters of the question come back. */
        PROCESS_ID,
        /** {@code GS r 1}: the paper sensor, in turn behind the data. */
        PAPER_STATUS
    }

    public PrinterProfile {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(completion, "completion");
        if (dots < 192 || dots > 2048) throw new IllegalArgumentException("dots " + dots + ": 192 to 2048");
        if (columns < 16 || columns > 170) throw new IllegalArgumentException("columns " + columns + ": 16 to 170");
        if (lineDots < 32 || lineDots > 96) throw new IllegalArgumentException("lineDots " + lineDots + ": 32 to 96");
        if (feedBeforeCut < 0 || feedBeforeCut > 20) {
            throw new IllegalArgumentException("feedBeforeCut " + feedBeforeCut + ": 0 to 20");
        }
        if (text == TextMode.TCVN3 && (lowerPage == null || capitalPage == null)) {
            throw new IllegalArgumentException("TCVN3 needs lowerPage and capitalPage");
        }
    }

    /** Names of the profiles that come with the kiosk. */
    public static List<String> names() {
        return resource("index.txt").lines().toList();
    }

    /**
     * @param name one of {@link #names()}, or the path of a file that ends in {@code .json}
     * @throws CannotStart when there is no such profile, or it is wrong
     */
    public static PrinterProfile named(String name) {
        if (name.endsWith(".json")) return ofFile(Path.of(name));
        if (!names().contains(name)) {
            var choice = String.join(", ", names());
            throw new CannotStart(
                    "không có cấu hình máy in «" + name + "», hãy chọn: " + choice,
                    "no such printer profile, choose one of: " + choice);
        }
        return parsed(name, resource(name + ".json"));
    }

    private static PrinterProfile ofFile(Path file) {
        try {
            return parsed(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new CannotStart(
                    file + ": không đọc được cấu hình máy in, hãy kiểm tra đường dẫn",
                    "cannot read the printer profile, check its path",
                    e);
        }
    }

    private static PrinterProfile parsed(String name, String json) {
        try {
            return Json.read(json, PrinterProfile.class);
        } catch (IOException e) {
            throw new CannotStart(
                    name + ": cấu hình máy in không đúng", "the printer profile is wrong: " + firstLine(e), e);
        }
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static String resource(String name) {
        try (InputStream in = PrinterProfile.class.getResourceAsStream("/profiles/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the kiosk's own profile " + name + " cannot be read", e);
        }
    }
}
