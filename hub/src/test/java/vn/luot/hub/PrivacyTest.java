package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import vn.luot.hub.db.Database;
import vn.luot.hub.queue.Role;

/** Numbers of people, typed into every field and address, are kept nowhere. */
class PrivacyTest {
    private static final List<String> NUMBERS =
            List.of("048203001234", "0905123456", "0905 123 457", "+84 905.123.458");

    @TempDir
    private Path folder;

    @Test
    void keepsNoNumberOfAPersonWhereverItIsTyped() throws IOException {
        var data = folder.resolve("data");
        var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        var log = (Logger) LoggerFactory.getLogger("vn.luot");
        var level = log.getLevel();
        var logged = new ListAppender<ILoggingEvent>();
        logged.start();
        root.addAppender(logged);
        log.setLevel(Level.DEBUG);
        try (var hub = RunningHub.atWork(data)) {
            for (var number : NUMBERS) {
                typeEverywhere(hub, number);
                putIntoEveryAddress(hub, number);
                sayOnTheFeed(hub, number);
            }
            Commands.on(data, "backup", "--to", folder.resolve("backups").toString())
                    .could();
        } finally {
            root.detachAppender(logged);
            log.setLevel(level);
        }

        try (var files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(PrivacyTest::holdsNone);
        }
        assertThat(logged.list).isNotEmpty().allSatisfy(event -> {
            holdsNone("the log", event.getFormattedMessage());
            holdsNone("a fault in the log", ThrowableProxyUtil.asString(event.getThrowableProxy()));
        });
    }

    @Test
    void theManualNamesEveryFieldThatIsKept() throws Exception {
        var kept = new TreeSet<String>();
        try (var connection = Database.open(folder.resolve("luot.db")).connect();
                var tables = connection.createStatement();
                var columns = tables.executeQuery("SELECT m.name || '.' || c.name FROM sqlite_master m,"
                        + " pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'"
                        + " AND m.name <> 'flyway_schema_history'")) {
            while (columns.next()) kept.add(columns.getString(1));
        }

        var named = Files.readString(Path.of("../docs/manual/privacy.md"))
                .lines()
                .map(Pattern.compile("^\\| `(\\w+)` \\| `([a-z_ ]+)` \\|.*\\|.*\\|$")::matcher)
                .filter(Matcher::matches)
                .flatMap(row -> Stream.of(row.group(2).split(" ")).map(column -> row.group(1) + "." + column))
                .toList();

        assertThat(named).containsExactlyInAnyOrderElementsOf(kept);
    }

    private static void typeEverywhere(RunningHub hub, String number) {
        var clerk = hub.as(Role.CLERK);
        var kiosk = hub.as(Role.KIOSK);
        var admin = hub.as(Role.ADMIN);
        hub.signIn(number, number);
        hub.signIn("lan", number);
        hub.nobody().get("/api/tickets/" + number.replace(" ", ""));
        kiosk.take(Caller.freshKey(), number);
        kiosk.post(
                "/api/tickets",
                "{\"service\":\"land\",\"language\":\"" + number + "\"}",
                "Idempotency-Key",
                Caller.freshKey());
        kiosk.post(
                "/api/tickets",
                "{\"service\":\"land\",\"priorityClass\":\"" + number + "\"}",
                "Idempotency-Key",
                Caller.freshKey());
        kiosk.post(
                "/api/tickets",
                "{\"service\":\"land\",\"phone\":\"" + number + "\"}",
                "Idempotency-Key",
                Caller.freshKey());
        for (var field : List.of("booking", "identity", "service")) {
            kiosk.post(
                    "/api/tickets",
                    "{\"service\":\"land\",\"" + field + "\":\"" + number + "\"}",
                    "Idempotency-Key",
                    Caller.freshKey());
        }
        for (var wish : List.of("reprint", "priority")) {
            kiosk.post("/api/tickets/" + wish, "{\"token\":\"" + number + "\"}");
        }
        var ticket = kiosk.take("land");
        clerk.post("/api/counters/1/pause", "{\"why\":\"gọi " + number + "\"}");
        clerk.press(1, "open");
        clerk.post("/api/counters/1/call", "{\"ticket\":" + ticket.id() + ",\"why\":\"số " + number + " xin gấp\"}");
        clerk.press(1, "start");
        clerk.post("/api/counters/1/hold", "{\"why\":\"" + number + "\"}");
        clerk.post("/api/counters/1/resume", "{\"ticket\":" + ticket.id() + "}");
        clerk.post("/api/counters/1/finish", "{\"outcome\":\"" + number.replaceAll("\\D", "") + "x\"}");
        clerk.press(1, "finish");
        hub.as(Role.TABLET)
                .post(
                        "/api/ratings",
                        "{\"token\":\"" + ticket.token() + "\",\"score\":5,\"comment\":\"Gọi tôi " + number + " nhé\"}",
                        "Idempotency-Key",
                        Caller.freshKey());
        var voided = "{\"why\":\"bấm nhầm, gọi " + number + "\"}";
        assertThat(admin.post("/api/votes/" + ticket.id() + "/void", voided).status())
                .isEqualTo(204);
        var moved = kiosk.take("land");
        var said = "{\"why\":\"" + number + "\",\"service\":\"maps\"}";
        for (var verb : List.of("transfer", "return", "cancel")) {
            hub.as(Role.HOST).post("/api/tickets/" + moved.id() + "/" + verb, said);
        }
        hub.as(Role.HOST).post("/api/appointments", "{\"service\":\"" + number + "\",\"at\":\"" + number + "\"}");
        hub.as(Role.TECHNICIAN)
                .post(
                        "/api/pairing/confirm",
                        "{\"userCode\":\"" + number + "\",\"name\":\"" + number + "\",\"role\":\"KIOSK\"}");
        hub.nobody().post("/api/pairing/token", "{\"deviceCode\":\"" + number + "\"}");
        clerk.send("PUT", "/api/session/password", "{\"present\":\"" + number + "\",\"next\":\"" + number + "\"}");
        admin.post("/api/people", "{\"name\":\"" + number + "\",\"displayName\":\"A\",\"role\":\"CLERK\"}");
        admin.post("/api/people", "{\"name\":\"a\",\"displayName\":\"A " + number + "\",\"role\":\"CLERK\"}");
        admin.post("/api/devices", "{\"name\":\"" + number + "\",\"role\":\"KIOSK\"}");
    }

    /** Whoever types or scans into the wrong place may well type there. */
    private static void putIntoEveryAddress(RunningHub hub, String number) {
        var typed = number.replace(" ", "%20");
        var admin = hub.as(Role.ADMIN);
        for (var address : List.of(
                "/{}",
                "/t/{}",
                "/feed?view={}",
                "/api/hall?view={}",
                "/api/tickets?number={}&service={}&state={}",
                "/api/tickets/{}/why",
                "/api/reports/visits?from={}&by={}&target={}",
                "/api/reports/tickets?key={}&figure={}",
                "/api/audit?from={}",
                "/api/plan/versions/{}",
                "/api/kiosks/{}/screen",
                "/api/counters/{}/rater",
                "/api/session/oidc?then={}",
                "/api/session/oidc/back?state={}&code={}&error={}",
                "/health/{}"))
            admin.get(address.replace("{}", typed), "User-Agent", number, "Referer", number, "X-Request-Id", number);
        for (var address : List.of(
                "/api/people/{}/disable",
                "/api/people/{}/password",
                "/api/kiosks/{}/print",
                "/api/kiosks/{}/coming",
                "/api/counters/{}/next",
                "/api/counters/1/{}",
                "/api/tickets/{}/cancel",
                "/api/tickets/{}/leave",
                "/api/tickets/{}/rating",
                "/api/votes/{}/void",
                "/api/errands/{}")) {
            admin.post(address.replace("{}", typed), "{\"why\":\"" + number + "\",\"ticket\":1}");
            admin.post(address.replace("{}", typed), "{\"" + number + "\":\"" + number);
        }
        admin.send("DELETE", "/api/devices/" + typed, null);
        admin.send("PUT", "/api/people/" + typed, "{\"displayName\":\"A\",\"role\":\"CLERK\"}");
        admin.send("PUT", "/api/voice/vi/" + typed, number);
    }

    private static void sayOnTheFeed(RunningHub hub, String number) {
        for (var hello : List.of(
                number,
                "{\"type\":\"" + number + "\"}",
                "{\"type\":\"hello\",\"version\":2,\"token\":\"" + number + "\",\"program\":\"" + number + "\"}")) {
            try (var listener = FeedListener.silent(hub.nobody(), "view=board").say(hello)) {
                assertThat(listener.closeCode()).isIn(4400, 4401);
            }
        }
    }

    private static void holdsNone(Path file) {
        holdsNone(file.toString(), new String(content(file), StandardCharsets.ISO_8859_1));
    }

    private static void holdsNone(String where, String content) {
        for (var number : NUMBERS) {
            assertThat(content.contains(number)).as("%s in %s", number, where).isFalse();
            assertThat(content.contains(number.replaceAll("\\D", "")))
                    .as("%s in %s", number, where)
                    .isFalse();
        }
    }

    /** A backup as it is and unpacked. */
    private static byte[] content(Path file) {
        try {
            if (!file.toString().endsWith(".backup")) return Files.readAllBytes(file);
            try (var in = Files.newInputStream(file)) {
                for (var lines = 0; lines < 2; ) if (in.read() == '\n') lines++;
                return new GZIPInputStream(in).readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
