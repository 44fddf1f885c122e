package vn.luot.kiosk.printer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.program.CannotStart;

/**
 * What a printer model can do; a JSON file each under {@code profiles/}, or a file of the technician's own.
 *
 * @param model for whom the profile is, in the technician's words
 * @param text how Vietnamese gets on the paper
 * @param dots printable dots across the paper
 * @param columns characters of 12 dots across the paper
 * @param lineDots height of a Vietnamese line when it is drawn, at least 32: at 24 TỈNH reads as TÍNH
 * @param lowerPage number of the TCVN-3 page after {@code ESC t}; absent unless TCVN3
 * @param capitalPage the same for the page of capitals
 * @param page number of the windows-1258 page; absent unless CP1258
 * @param kanjiOff whether the model starts in a Chinese mode that swallows bytes above 0x7F
 * @param automaticStatus whether it tells of changes by itself ({@code GS a})
 * @param completion how it says that a ticket is on paper
 * @param cancel how it is made to forget a ticket
 * @param cut what kind of knife it has
 * @param qr who draws the QR code
 * @param memory where it keeps pictures that are on every ticket
 * @param feedBeforeCut lines from the print head to the knife, or to the edge where paper is torn
 */
public record PrinterProfile(
        String model,
        TextMode text,
        int dots,
        int columns,
        int lineDots,
        Integer lowerPage,
        Integer capitalPage,
        Integer page,
        boolean kanjiOff,
        boolean automaticStatus,
        Completion completion,
        Cancel cancel,
        Cut cut,
        Qr qr,
        Memory memory,
        int feedBeforeCut) {

    /** The safe choice for a model nobody has tried: it needs nothing but raster images and ASCII. */
    public static final String DEFAULT = "generic-80mm";

    /** How Vietnamese gets on the paper. */
    public enum TextMode {
        /** As text of the printer's own two TCVN-3 pages. */
        TCVN3,
        /** As text of its windows-1258 page; the tone is a character of its own, printed over the letter. */
        CP1258,
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

    public enum Cancel {
        /** {@code DLE DC4 8}: empties its buffers in any state, and says so. */
        CLEAR_BUFFERS,
        /** {@code DLE ENQ 2}: ends an error and empties the buffers; without an error many models do nothing. */
        END_ERROR
    }

    public enum Cut {
        PARTIAL,
        FULL,
        /** The visitor tears the paper off. */
        NONE
    }

    public enum Qr {
        /** The printer ({@code GS ( k}). */
        NATIVE,
        /** The kiosk, as a picture. */
        RASTER
    }

    public enum Memory {
        /** {@code GS ( L}: pictures outlast its power; written seldom, as that memory wears out. */
        NV_GRAPHICS,
        NONE
    }

    public PrinterProfile {
        require(model != null && !model.isBlank(), "model", "for whom the profile is");
        require(text != null, "text", "TCVN3, CP1258 or RASTER_LINES");
        require(completion != null, "completion", "PROCESS_ID or PAPER_STATUS");
        require(cancel != null, "cancel", "CLEAR_BUFFERS or END_ERROR");
        require(cut != null, "cut", "PARTIAL, FULL or NONE");
        require(qr != null, "qr", "NATIVE or RASTER");
        require(memory != null, "memory", "NV_GRAPHICS or NONE");
        require(dots >= 192 && dots <= 2048, "dots", "192 to 2048");
        require(columns >= 16 && columns <= 170, "columns", "16 to 170");
        require(lineDots >= 32 && lineDots <= 96, "lineDots", "32 to 96");
        require(feedBeforeCut >= 0 && feedBeforeCut <= 20, "feedBeforeCut", "0 to 20");
        require(isPage(lowerPage) && isPage(capitalPage) && isPage(page), "page", "0 to 255");
        require(text != TextMode.TCVN3 || lowerPage != null, "lowerPage", "TCVN3 needs it");
        require(text != TextMode.TCVN3 || capitalPage != null, "capitalPage", "TCVN3 needs it");
        require(text != TextMode.CP1258 || page != null, "page", "CP1258 needs it");
    }

    private static boolean isPage(Integer number) {
        return number == null || number >= 0 && number <= 255;
    }

    private static void require(boolean holds, String key, String what) {
        if (!holds) throw new IllegalArgumentException("«" + key + "»: " + what);
    }

    /** The same printer, with Vietnamese put on paper in another way. */
    PrinterProfile with(TextMode other) {
        return new PrinterProfile(
                model,
                other,
                dots,
                columns,
                lineDots,
                lowerPage,
                capitalPage,
                page,
                kanjiOff,
                automaticStatus,
                completion,
                cancel,
                cut,
                qr,
                memory,
                feedBeforeCut);
    }

    /** The ways that can be tried on this printer: those whose pages are known, and pictures, which always work. */
    List<TextMode> modes() {
        return Stream.of(TextMode.values())
                .filter(mode -> switch (mode) {
                    case TCVN3 -> lowerPage != null && capitalPage != null;
                    case CP1258 -> page != null;
                    case RASTER_LINES -> true;
                })
                .toList();
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
                            "no such printer profile, choose one of: " + choice)
                    .about("profile");
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
                            e)
                    .about("profile");
        }
    }

    private static PrinterProfile parsed(String name, String json) {
        try {
            var profile = Json.read(json, PrinterProfile.class);
            if (profile == null) throw new IOException("null");
            return profile;
        } catch (IOException e) {
            throw new CannotStart(
                    name + ": cấu hình máy in không đúng, " + JsonFault.of(e).vi(),
                    "the printer profile is wrong: " + JsonFault.of(e).en(),
                    e);
        }
    }

    /** As a file that {@link #named} reads. */
    String json() {
        try {
            return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
        } catch (IOException e) {
            throw new IllegalStateException("a record of plain values", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = PrinterProfile.class.getResourceAsStream("/profiles/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the kiosk's own profile " + name + " cannot be read", e);
        }
    }
}
