package vn.luot.protocol.program;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.status.Status;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import vn.luot.protocol.message.Json;

class LogTest {
    @Test
    void isReadableAsTextWhenNothingElseIsAsked() {
        assertThat(logged(Map.of(), "Bảng 3 trả lời lại\nsau 42 s"))
                .contains("WARN  LogTest: Bảng 3 trả lời lại\nsau 42 s");
    }

    @Test
    void isAnObjectALineWhenAskedFor() throws IOException {
        var line = logged(Map.of("LUOT_LOG_FORMAT", "json"), "Bảng 3 trả lời lại\nsau 42 s");

        assertThat(line.strip()).doesNotContain("\n");
        var read = Json.read(line, JsonNode.class);
        assertThat(read.path("formattedMessage").asText()).isEqualTo("Bảng 3 trả lời lại\nsau 42 s");
        assertThat(read.path("level").asText()).isEqualTo("WARN");
        assertThat(read.path("loggerName").asText()).isEqualTo(LogTest.class.getName());
    }

    @Test
    void isSetUpByTheProgramsThemselves() {
        assertThat(ServiceLoader.load(Configurator.class)).hasAtLeastOneElementOfType(Log.class);
    }

    @Test
    void saysLessOrMoreWhenAsked() {
        var programs = new LoggerContext();
        new Log(Map.of("LUOT_LOG", "ERROR", "LUOT_LOG_LINES", "DEBUG")).configure(programs);

        assertThat(programs.getLogger(LogTest.class).isWarnEnabled()).isFalse();
        assertThat(programs.getLogger("org.flywaydb.core").isWarnEnabled()).isFalse();
        assertThat(programs.getLogger("vn.luot.line.printer").isDebugEnabled()).isTrue();
    }

    /** What one line of the log is. */
    private static String logged(Map<String, String> environment, String message) {
        var context = new LoggerContext();
        context.setMDCAdapter(MDC.getMDCAdapter());
        new Log(environment).configure(context);
        // Else logback prints its own troubles before every program's first line.
        assertThat(context.getStatusManager().getCopyOfStatusList())
                .allMatch(status -> status.getLevel() == Status.INFO, "no warnings");
        var root = context.getLogger("ROOT");
        var appender =
                (ConsoleAppender<ILoggingEvent>) root.iteratorForAppenders().next();
        var event = new LoggingEvent("", context.getLogger(LogTest.class), Level.WARN, message, null, null);
        return new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);
    }
}
