package vn.luot.kiosk.printer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.TicketTemplate;
import vn.luot.protocol.message.TicketTemplate.Line;
import vn.luot.protocol.message.TicketTemplate.When;
import vn.luot.protocol.program.CannotStart;

/**
 * What is on a ticket from top to bottom: by the template of the centre's plan, or by a file of this kiosk alone. For any
 * thread.
 */
public final class TicketLayout {
    private static final Logger LOG = LoggerFactory.getLogger(TicketLayout.class);

    /** Also what an administrator begins with who wants another. */
    private static final TicketTemplate USUAL = usual("/web/lib/ticket.json");

    /** A template whose mark is already dots. */
    private record Sheet(TicketTemplate template, Dots logo) {}

    private final boolean followsPlan;
    private volatile Sheet latest;

    private TicketLayout(Sheet sheet, boolean followsPlan) {
        this.latest = sheet;
        this.followsPlan = followsPlan;
    }

    /** As the plan has it; as usual where the plan says nothing. */
    public static TicketLayout ofPlan() {
        return new TicketLayout(new Sheet(USUAL, null), true);
    }

    private static TicketTemplate usual(String resource) {
        try (InputStream in = TicketLayout.class.getResourceAsStream(resource)) {
            return parsed("ticket.json", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("the usual ticket template cannot be read", e);
        }
    }

    /**
     * As a file has it, whatever the plan says.
     *
     * @throws CannotStart naming the file, the line and the key that are wrong
     */
    public static TicketLayout read(Path file) {
        try {
            var template = parsed(file.toString(), Files.readString(file));
            var logo = template.logo() == null ? null : Logo.read(file.resolveSibling(template.logo()));
            return new TicketLayout(new Sheet(template, logo), false);
        } catch (IOException e) {
            throw new CannotStart(
                            file + ": không đọc được mẫu phiếu, hãy kiểm tra đường dẫn và mã UTF-8",
                            "cannot read the ticket template, check its path and that it is UTF-8",
                            e)
                    .about("template");
        }
    }

    /** A template without a logo. */
    static TicketLayout of(String name, String json) {
        return new TicketLayout(new Sheet(parsed(name, json), null), false);
    }

    private static TicketTemplate parsed(String name, String json) {
        try {
            var template = Objects.requireNonNull(Json.read(json, TicketTemplate.class), "null");
            if (template.lines().stream().anyMatch(Objects::isNull)) throw new IOException("«lines» null");
            template.faults().stream().findFirst().ifPresent(fault -> {
                throw wrong(name, "«" + fault.path() + "» " + fault.vi(), "«" + fault.path() + "» " + fault.en(), null);
            });
            return template;
        } catch (IOException e) {
            var fault = JsonFault.of(e);
            throw wrong(name, fault.vi(), fault.en(), e);
        }
    }

    private static CannotStart wrong(String name, String vi, String en, Exception cause) {
        return new CannotStart(name + ": mẫu phiếu sai, " + vi, "wrong ticket template, " + en, cause);
    }

    /** The ticket for one visitor. */
    public List<PrintLine> ticket(Slip slip, Plan plan) {
        var sheet = sheet(plan);
        var language = sheet.template.language();
        return laidOut(sheet, slip, Facts.of(slip, plan, language == null ? slip.language() : language));
    }

    /** A ticket of no plan. */
    List<PrintLine> laidOut(Slip slip, Facts facts) {
        return laidOut(latest, slip, facts);
    }

    /** Lines that are the same on many tickets, the most frequent first: what a printer's own memory is for. */
    public List<PrintLine> fixedLines(Plan plan) {
        var sheet = sheet(plan);
        return sheet.template.languages().stream()
                .flatMap(language -> Facts.common(plan, language).stream())
                .flatMap(facts -> sheet.template.lines().stream().flatMap(line -> fixed(sheet, line, facts)))
                .distinct()
                .toList();
    }

    /** A plan changes seldom, and reading its mark takes longer than laying out a ticket. */
    private Sheet sheet(Plan plan) {
        var now = latest;
        if (!followsPlan) return now;
        var wanted = plan.ticket() == null ? USUAL : plan.ticket();
        if (now.template.equals(wanted)) return now;
        var fresh = new Sheet(wanted, mark(wanted));
        latest = fresh;
        return fresh;
    }

    /** Absent when there is none, and when it is no picture: a visitor gets a number without a mark rather than none. */
    private static Dots mark(TicketTemplate template) {
        if (template.logo() == null) return null;
        try {
            return Logo.of(Base64.getDecoder().decode(template.logo()));
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("The mark of the plan's ticket is no picture; tickets are printed without it", e);
            return null;
        }
    }

    private static List<PrintLine> laidOut(Sheet sheet, Slip slip, Facts facts) {
        var ticket = new ArrayList<PrintLine>();
        sheet.template.lines().stream()
                .filter(line -> stands(line.when(), slip))
                .flatMap(line -> printed(sheet, line, slip, facts))
                .forEach(ticket::add);
        ticket.add(new PrintLine.Cut());
        return List.copyOf(ticket);
    }

    private static boolean stands(When when, Slip slip) {
        return switch (when) {
            case ALWAYS -> true;
            case NOBODY_AHEAD -> slip.receipt().ahead() == 0 && !slip.isOffline();
            case REPRINT -> slip.isReprint();
            case OFFLINE -> slip.isOffline();
        };
    }

    private static Stream<PrintLine> printed(Sheet sheet, Line line, Slip slip, Facts facts) {
        return switch (line.is()) {
            case NUMBER ->
                Stream.concat(
                        fixed(sheet, line, facts),
                        Stream.of(new PrintLine.BigNumber(slip.receipt().number())));
            case QR -> Stream.ofNullable(slip.receipt().statusUrl()).map(PrintLine.Qr::new);
            case TEXT, LOGO, RULE -> fixed(sheet, line, facts);
        };
    }

    private static Stream<PrintLine> fixed(Sheet sheet, Line line, Facts facts) {
        return switch (line.is()) {
            case TEXT ->
                line.words(facts.language()).flatMap(words -> Wording.filled(words, facts)).stream()
                        .map(text -> words(line, text));
            case LOGO -> Stream.ofNullable(sheet.logo).map(PrintLine.Picture::new);
            case RULE -> Stream.of(new PrintLine.Rule());
            case NUMBER -> Stream.ofNullable(facts.shape()).map(PrintLine.Mark::new);
            case QR -> Stream.empty();
        };
    }

    private static PrintLine words(Line line, String text) {
        return switch (line.style()) {
            case NORMAL -> new PrintLine.Words(text, PrintLine.Size.NORMAL, line.align(), false);
            case BOLD -> new PrintLine.Words(text, PrintLine.Size.NORMAL, line.align(), true);
            case LARGE -> new PrintLine.Words(text, PrintLine.Size.LARGE, line.align(), true);
        };
    }
}
