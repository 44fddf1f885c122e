package vn.luot.sim.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Collectors;
import vn.luot.sim.hall.Hardware;

/** The program of the LED boards with simulated boards on pseudo-terminals. */
final class BoardAtWork implements AutoCloseable {
    private final Place place;
    private final int hub;
    private final Hardware hardware;
    private final DisplayLog displays = new DisplayLog();
    private volatile Running program;

    /** @param hub port at which it looks for the hub */
    BoardAtWork(Place place, int hub) throws IOException {
        this.place = place;
        this.hub = hub;
        this.hardware = new Hardware(Files.createDirectories(place.folder().resolve("ports")), place.counters());
        displays.watch(hardware.displays());
        var boards = place.counters().stream()
                .map(counter -> "{\"address\":" + counter + ",\"shows\":\"counter:" + counter + "\"}")
                .collect(Collectors.joining(","));
        Files.writeString(
                place.folder().resolve("boards.json"),
                "{\"buses\":[{\"line\":\"" + hardware.displaysLine().address()
                        + "\",\"protocol\":\"modbus\",\"boards\":[" + boards + "]},{\"line\":\""
                        + hardware.signLine().address()
                        + "\",\"protocol\":\"alpha\",\"boards\":[{\"address\":\"01\",\"shows\":\"main\",\"lines\":4}]}]}");
    }

    void start() throws IOException {
        var command = Commands.board(
                "--hub", "http://127.0.0.1:" + hub,
                "--token-file", place.tokenFile("B1").toString(),
                "--boards", place.folder().resolve("boards.json").toString());
        program = Running.start(command, Map.of(), place.folder().resolve("board.log"));
    }

    Running program() {
        return program;
    }

    DisplayLog displays() {
        return displays;
    }

    @Override
    public void close() {
        if (program != null) program.close();
        hardware.close();
    }
}
