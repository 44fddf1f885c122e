package vn.luot.protocol.program;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One log for all the programs, on standard error: standard output is for what a command answers. Set up here and not in
 * a file: whoever starts again wants to be back at once, and a parser of XML is much to load for ten settings.
 *
 * <p>{@code LUOT_LOG} is the least level that is written (INFO), {@code LUOT_LOG_LINES=DEBUG} shows every frame on every
 * line as hex, {@code LUOT_LOG_FORMAT=json} writes an object a line, for whoever collects logs.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class Log extends ContextAwareBase implements Configurator {
    private static final String TEXT = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level"
            + " %replace(%logger){'^vn\\.luot\\.(line\\.|.*\\.)', ''}: %msg%n";

    private final Map<String, String> environment;

    /** Called by logback itself. */
    public Log() {
        this(System.getenv());
    }

    Log(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public ExecutionStatus configure(LoggerContext programs) {
        setContext(programs);
        var root = programs.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(level("LUOT_LOG", Level.INFO));
        root.addAppender(onStandardError(programs));
        programs.getLogger("vn.luot.line").setLevel(level("LUOT_LOG_LINES", Level.INFO));
        // What a library does as it should is not for the operator.
        programs.getLogger("org.flywaydb").setLevel(level("LUOT_LOG", Level.WARN));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private Level level(String name, Level usual) {
        return Level.toLevel(environment.get(name), usual);
    }

    private ConsoleAppender<ILoggingEvent> onStandardError(LoggerContext programs) {
        var appender = new ConsoleAppender<ILoggingEvent>();
        appender.setContext(programs);
        appender.setName("stderr");
        appender.setTarget("System.err");
        appender.setEncoder("json".equals(environment.get("LUOT_LOG_FORMAT")) ? json(programs) : text(programs));
        appender.start();
        return appender;
    }

    private static Encoder<ILoggingEvent> text(LoggerContext programs) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(programs);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern(TEXT);
        encoder.start();
        return encoder;
    }

    private static Encoder<ILoggingEvent> json(LoggerContext programs) {
        var encoder = new JsonEncoder();
        encoder.setContext(programs);
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithContext(false);
        encoder.setWithFormattedMessage(true);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.start();
        return encoder;
    }
}
