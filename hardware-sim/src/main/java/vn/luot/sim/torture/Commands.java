package vn.luot.sim.torture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How programs are started: by the script that an operator uses, or without it straight from their classes. */
final class Commands {
    private Commands() {}

    static List<String> hub(String... arguments) {
        return program("hub", List.of(), vn.luot.hub.Main.class, arguments);
    }

    /** @param offset file of how many seconds its clock is off */
    static List<String> hubWithClock(Path data, int port, Path offset) {
        var command = java(HubWithClock.class);
        command.addAll(List.of(data.toString(), "" + port, offset.toString()));
        return command;
    }

    /** @param offset file of how many seconds its clock is off */
    static List<String> kioskWithClock(
            Path offset, String hub, Path token, String printer, String profile, int port, Path data) {
        var command = java(KioskWithClock.class);
        command.addAll(List.of(offset.toString(), hub, token.toString(), printer, profile, "" + port, data.toString()));
        return command;
    }

    private static List<String> java(Class<?> main) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = System.getProperty("java.class.path");
        return new ArrayList<>(List.of(java, "-Djava.awt.headless=true", "-cp", classPath, main.getName()));
    }

    static List<String> kiosk(String... arguments) {
        return program("kiosk", List.of("kiosk"), vn.luot.kiosk.Main.class, arguments);
    }

    static List<String> board(String... arguments) {
        return program("board", List.of(), vn.luot.board.Main.class, arguments);
    }

    private static List<String> program(String name, List<String> first, Class<?> main, String... arguments) {
        var script = System.getenv("LUOT_COMMAND");
        var command = script == null ? java(main) : new ArrayList<>(List.of(script, name));
        if (script == null) command.addAll(first);
        command.addAll(List.of(arguments));
        return command;
    }

    /**
     * The same, and something happens at a call of the system that touches one file.
     *
     * @param at such as {@code fsync,fdatasync:signal=KILL:when=3}
     */
    static List<String> hurt(List<String> command, Path file, String at) {
        return traced(
                command,
                List.of(
                        "-e",
                        "trace=" + at.substring(0, at.indexOf(':')),
                        "-P",
                        file.toString(),
                        "-e",
                        "inject=" + at));
    }

    /** The same, at whatever file. */
    static List<String> hurt(List<String> command, String at) {
        return traced(command, List.of("-e", "trace=" + at.substring(0, at.indexOf(':')), "-e", "inject=" + at));
    }

    /** The same, and all that it writes to its database goes into a log. */
    static List<String> recorded(List<String> command, Path database, Path log) {
        return traced(
                command,
                List.of(
                        "-y",
                        "-xx",
                        "-s",
                        "70000",
                        "--absolute-timestamps=format:unix,precision:ns",
                        "-P",
                        database.toString(),
                        "-P",
                        database + "-wal",
                        "-e",
                        "trace=pwrite64,fdatasync,fsync,ftruncate,write,unlink",
                        "-o",
                        log.toString()));
    }

    private static List<String> traced(List<String> command, List<String> how) {
        var all = new ArrayList<>(List.of("strace", "-f", "-q", "--seccomp-bpf", "--signal=none"));
        all.addAll(how);
        if (!how.contains("-o")) all.addAll(List.of("-o", "/dev/null"));
        all.addAll(command);
        return all;
    }
}
