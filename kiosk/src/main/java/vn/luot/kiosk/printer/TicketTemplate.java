package vn.luot.kiosk.printer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.program.CannotStart;

/**
 * What a ticket says and in which order: a JSON file that a centre may copy and edit. Laying a ticket out is pure. For any
 * thread.
 */
public final class TicketTemplate {
    private final Written written;
    private final Dots logo;

    private TicketTemplate(Written written, Dots logo) {
        this.written = written;
        this.logo = logo;
    }

    /** What stands on a line. */
    public enum Content {
        TEXT,
        NUMBER,
        QR,
        LOGO,
        RULE
    }

    public enum Style {
        NORMAL,
        BOLD,
        LARGE
    }

    /** On which tickets a line stands. */
    public enum When {
        ALWAYS,
        NOBODY_AHEAD,
        REPRINT,
        OFFLINE
    }

    /**
     * One line. A text with a field whose value is not known is left out; so is a part in [brackets] alone.
     *
     * @param is TEXT when absent
     * @param vi for example "Quầy {counters}"; for a TEXT only
     * @param en as {@code vi} when absent
     * @param style NORMAL when absent
     * @param align CENTER when absent
     * @param when ALWAYS when absent
     */
    public record Line(Content is, String vi, String en, Style style, PrintLine.Align align, When when) {
        public Line {
            is = is == null ? Content.TEXT : is;
            style = style == null ? Style.NORMAL : style;
            align = align == null ? PrintLine.Align.CENTER : align;
            when = when == null ? When.ALWAYS : when;
            if ((is == Content.TEXT) != (vi != null)) {
                throw new IllegalArgumentException(
                        "dòng TEXT có «vi», dòng khác thì không / a TEXT has «vi», no other has");
            }
            if (vi != null) Wording.check("vi", vi);
            if (en != null) Wording.check("en", en);
        }

        private String words(String language) {
            return "en".equals(language) && en != null ? en : vi;
        }
    }

    /**
     * The file.
     *
     * @param logo a PNG beside it, printed where a LOGO line stands; absent when there is none
     * @param language "vi" or "en" for every ticket; absent to follow the visitor
     */
    record Written(String logo, String language, List<Line> lines) {
        Written {
            if (language != null && !language.equals("vi") && !language.equals("en")) {
                throw new IllegalArgumentException("«language» là vi hoặc en / «language» is vi or en");
            }
            if (lines == null || lines.stream().noneMatch(Written::isNumber)) {
                throw new IllegalArgumentException(
                        "«lines» thiếu {\"is\": \"NUMBER\"} / «lines» lacks {\"is\": \"NUMBER\"}");
            }
            lines = List.copyOf(lines);
        }

        private static boolean isNumber(Line line) {
            return line != null && line.is == Content.NUMBER && line.when == When.ALWAYS;
        }

        private List<String> languages() {
            return language == null ? List.of("vi", "en") : List.of(language);
        }
    }

    /** The template that comes with the kiosk. */
    public static TicketTemplate standard() {
        try (InputStream in = TicketTemplate.class.getResourceAsStream("/ticket/ticket.json")) {
            return new TicketTemplate(
                    parsed("ticket.json", new String(in.readAllBytes(), StandardCharsets.UTF_8)), null);
        } catch (IOException e) {
            throw new IllegalStateException("the kiosk's own ticket template cannot be read", e);
        }
    }

    /**
     * The centre's own template.
     *
     * @throws CannotStart naming the file, the line and the key that are wrong
     */
    public static TicketTemplate read(Path file) {
        try {
            var written = parsed(file.toString(), Files.readString(file));
            return new TicketTemplate(
                    written, written.logo == null ? null : Logo.read(file.resolveSibling(written.logo)));
        } catch (IOException e) {
            throw new CannotStart(
                    file + ": không đọc được mẫu phiếu, hãy kiểm tra đường dẫn và mã UTF-8",
                    "cannot read the ticket template, check its path and that it is UTF-8",
                    e);
        }
    }

    /** A template without a logo. */
    static TicketTemplate of(String name, String json) {
        return new TicketTemplate(parsed(name, json), null);
    }

    private static Written parsed(String name, String json) {
        try {
            return Json.read(json, Written.class);
        } catch (IOException e) {
            var fault = JsonFault.of(e);
            throw new CannotStart(name + ": mẫu phiếu sai, " + fault.vi(), "wrong ticket template, " + fault.en(), e);
        }
    }

    /** The ticket for one visitor, from top to bottom. */
    public List<PrintLine> ticket(Slip slip, Plan plan) {
        return laidOut(slip, Facts.of(slip, plan, written.language == null ? slip.language() : written.language));
    }

    List<PrintLine> laidOut(Slip slip, Facts facts) {
        var ticket = new ArrayList<PrintLine>();
        written.lines.stream()
                .filter(line -> stands(line.when, slip))
                .flatMap(line -> printed(line, slip, facts))
                .forEach(ticket::add);
        ticket.add(new PrintLine.Cut());
        return List.copyOf(ticket);
    }

    /** Lines that are the same on many tickets, the most frequent first: what a printer's own memory is for. */
    public List<PrintLine> fixedLines(Plan plan) {
        return written.languages().stream()
                .flatMap(language -> Facts.common(plan, language).stream())
                .flatMap(facts -> written.lines.stream().flatMap(line -> fixed(line, facts)))
                .distinct()
                .toList();
    }

    private static boolean stands(When when, Slip slip) {
        return switch (when) {
            case ALWAYS -> true;
            case NOBODY_AHEAD -> slip.receipt().ahead() == 0 && !slip.isOffline();
            case REPRINT -> slip.isReprint();
            case OFFLINE -> slip.isOffline();
        };
    }

    private Stream<PrintLine> printed(Line line, Slip slip, Facts facts) {
        return switch (line.is) {
            case NUMBER -> Stream.of(new PrintLine.BigNumber(slip.receipt().number()));
            case QR -> Stream.ofNullable(slip.receipt().statusUrl()).map(PrintLine.Qr::new);
            case TEXT, LOGO, RULE -> fixed(line, facts);
        };
    }

    private Stream<PrintLine> fixed(Line line, Facts facts) {
        return switch (line.is) {
            case TEXT -> Wording.filled(line.words(facts.language()), facts).map(text -> words(line, text)).stream();
            case LOGO -> Stream.ofNullable(logo).map(PrintLine.Picture::new);
            case RULE -> Stream.of(new PrintLine.Rule());
            case NUMBER, QR -> Stream.empty();
        };
    }

    private static PrintLine words(Line line, String text) {
        return switch (line.style) {
            case NORMAL -> new PrintLine.Words(text, PrintLine.Size.NORMAL, line.align, false);
            case BOLD -> new PrintLine.Words(text, PrintLine.Size.NORMAL, line.align, true);
            case LARGE -> new PrintLine.Words(text, PrintLine.Size.LARGE, line.align, true);
        };
    }
}
