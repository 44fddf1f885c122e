package vn.luot.protocol.program;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;
import vn.luot.protocol.line.LineAddress;

/**
 * Runs a program that is a picocli command, the same way for all of them: values also from the environment ({@code
 * LUOT_PORT}) and from {@code --config FILE}; what is wrong said in one line, in Vietnamese and English; exit code 0 when
 * it did its work, 1 when it could not ({@link CannotStart}), 2 when it was asked wrongly.
 */
public final class Program {
    private final CommandLine command;
    private final Map<String, String> environment;
    private ConfigFile config;

    private Program(Object command, Map<String, String> environment) {
        this.command = new CommandLine(command);
        this.environment = environment;
        config = ConfigFile.none(environment);
    }

    /** Runs {@code command} and ends the process with its exit code. */
    public static void main(Object command, String... args) {
        System.exit(run(command, args));
    }

    /** Runs {@code command}; answers the exit code. */
    public static int run(Object command, String... args) {
        return run(
                command, System.getenv(), new PrintWriter(System.out, true), new PrintWriter(System.err, true), args);
    }

    /**
     * Keeps a started program running until it is told to stop (Ctrl-C, SIGTERM), and then runs {@code stop}. Does not
     * return; {@code int} so that a command can end with it.
     */
    public static int untilStopped(Runnable stop) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop"));
        new CountDownLatch(1).await();
        return 0;
    }

    static int run(Object command, Map<String, String> environment, PrintWriter out, PrintWriter err, String... args) {
        return new Program(command, environment).execute(out, err, args);
    }

    private int execute(PrintWriter out, PrintWriter err, String... args) {
        command.setOut(out).setErr(err);
        command.getCommandSpec().addOption(configOption());
        command.registerConverter(LineAddress.class, Program::lineAddress);
        command.setParameterExceptionHandler(this::askedWrongly);
        command.setExecutionExceptionHandler(this::couldNot);
        try {
            config = configOf(args);
            config.allow(keys(command));
        } catch (BadConfig e) {
            err.println(e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        command.setDefaultValueProvider(config);
        return command.execute(args);
    }

    private static OptionSpec configOption() {
        return OptionSpec.builder("--config")
                .paramLabel("FILE")
                .type(Path.class)
                .scopeType(ScopeType.INHERIT)
                .description("Tệp cấu hình: mỗi dòng một tuỳ chọn, ví dụ port = 8080"
                        + " / configuration file: an option a line, such as port = 8080")
                .build();
    }

    /** Read before picocli reads the arguments, which then find their defaults in it. */
    private ConfigFile configOf(String... args) throws BadConfig {
        var file = configArgument(args).or(() -> Optional.ofNullable(environment.get("LUOT_CONFIG")));
        return file.isPresent() ? ConfigFile.read(Path.of(file.get()), environment) : ConfigFile.none(environment);
    }

    private static Optional<String> configArgument(String... args) {
        for (var i = 0; i < args.length; i++) {
            if (args[i].startsWith("--config=")) return Optional.of(args[i].substring("--config=".length()));
            if (args[i].equals("--config") && i + 1 < args.length) return Optional.of(args[i + 1]);
        }
        return Optional.empty();
    }

    /** One file may serve all the commands of a program, so it may hold the options of each. */
    private static Set<String> keys(CommandLine command) {
        var keys = new HashSet<String>();
        command.getCommandSpec().options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .map(ConfigFile::key)
                .filter(key -> !key.equals("config"))
                .forEach(keys::add);
        command.getSubcommands().values().forEach(sub -> keys.addAll(keys(sub)));
        return keys;
    }

    private static LineAddress lineAddress(String text) {
        try {
            return LineAddress.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private int askedWrongly(ParameterException e, String... args) {
        var err = e.getCommandLine().getErr();
        err.println(origin(e, args) + inVietnamese(e) + " / " + e.getMessage());
        err.println("Xem / see: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return CommandLine.ExitCode.USAGE;
    }

    /** Names the file or variable that a wrong value stands in, because it is not on the command line to be seen. */
    private String origin(ParameterException e, String... args) {
        return e.getArgSpec() instanceof OptionSpec option ? origin(option, args) : "";
    }

    private String origin(OptionSpec option, String... args) {
        var given = Arrays.stream(option.names())
                .anyMatch(name -> Arrays.stream(args).anyMatch(arg -> arg.equals(name) || arg.startsWith(name + "=")));
        var source = given ? "" : config.source(option);
        return source.isEmpty() ? "" : source + ": «" + ConfigFile.key(option) + "»: ";
    }

    private static String inVietnamese(ParameterException e) {
        if (e instanceof MissingParameterException missing) {
            return "còn thiếu "
                    + String.join(
                            ", ",
                            missing.getMissing().stream().map(Program::label).toList());
        }
        if (e instanceof UnmatchedArgumentException unmatched) {
            return "không hiểu «" + String.join(" ", unmatched.getUnmatched()) + "»";
        }
        return e.getValue() == null ? "dùng sai" : "giá trị «" + e.getValue() + "» không hợp lệ";
    }

    private static String label(CommandLine.Model.ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private int couldNot(Exception e, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (!(e instanceof CannotStart cannot)) throw e;
        var option = command.getCommandSpec().findOption("--" + cannot.option());
        var args = parsed.originalArgs().toArray(String[]::new);
        command.getErr().println((option == null ? "" : origin(option, args)) + e.getMessage());
        return CommandLine.ExitCode.SOFTWARE;
    }
}
