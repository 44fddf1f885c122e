package vn.luot.sim.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.board.Main;
import vn.luot.protocol.program.Program;

/**
 * Programs of other people on the same wire: Debian's mbpoll as the master of our simulated displays, and libmodbus as a
 * display of our driver. Both come with {@code apt-get install mbpoll}.
 */
@Timeout(300)
class ModbusPeersIT {
    @TempDir
    private Path folder;

    @Test
    void mbpollWritesAndReadsASimulatedDisplay() throws Exception {
        var display = new SimModbusDisplay(3);
        var port = new PtyPort(folder.resolve("ttyDisplays"), 9600);
        try (var wire = new Wire(port, new Bus(List.of(display, new SimModbusDisplay(4))))) {
            var device = folder.resolve("ttyDisplays").toString();

            mbpoll("-a", "3", "-r", "0", "-t", "4:hex", device, "0x41", "0x30", "0x31", "0x32", "0x20", "0x20");
            assertThat(display.text()).isEqualTo("A012  ");

            assertThat(mbpoll("-a", "3", "-r", "0", "-c", "6", "-t", "4:hex", "-1", device))
                    .contains("0x0041", "0x0030", "0x0031", "0x0032");

            mbpoll("-a", "3", "-r", "5", "-t", "4:hex", device, "0x37");
            assertThat(display.text()).isEqualTo("A012 7");
            assertThat(display.misunderstood()).isEmpty();
            assertThat(wire.pluggedIn()).isTrue();
        }
    }

    @Test
    void mbpollIsToldWhatADisplayDoesNotHave() throws Exception {
        var port = new PtyPort(folder.resolve("ttyDisplays"), 9600);
        try (var wire = new Wire(port, new SimModbusDisplay(3))) {
            assertThat(wire.pluggedIn()).isTrue();
            var device = folder.resolve("ttyDisplays").toString();

            assertThat(mbpoll("-a", "3", "-r", "9", "-c", "1", "-t", "4:hex", "-1", device))
                    .contains("Illegal data address");
        }
    }

    @Test
    void ourDriverDrivesALibmodbusDisplay() throws Exception {
        try (var cable = new NullModem();
                var display = new LibmodbusDisplay(cable.second(), 7)) {
            var boards = Files.writeString(folder.resolve("boards.json"), """
                    {"buses": [{"line": "serial:%s@9600", "protocol": "modbus",
                      "boards": [{"address": 7, "shows": "counter:1"}]}]}""".formatted(cable.first()));

            var exit = Program.run(new Main(), "--light-all", "--boards", boards.toString());

            assertThat(exit).isZero();
            assertThat(display.shown()).contains("888888", "     7", "      ");
        }
    }

    private static String mbpoll(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("mbpoll", "-m", "rtu", "-b", "9600", "-P", "none", "-0", "-o", "2"));
        command.addAll(Arrays.asList(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    /** Two pseudo-terminals whose masters are joined: what one program writes, the other reads. */
    private static final class NullModem implements AutoCloseable {
        private final Pty first = new Pty();
        private final Pty second = new Pty();
        private final Thread thread = new Thread(this::carry, "null modem");
        private volatile boolean closed;

        NullModem() throws IOException {
            thread.setDaemon(true);
            thread.start();
        }

        Path first() {
            return first.path();
        }

        Path second() {
            return second.path();
        }

        private void carry() {
            var buffer = new byte[256];
            try (first;
                    second) {
                while (!closed) {
                    carry(first, second, buffer);
                    carry(second, first, buffer);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void carry(Pty from, Pty to, byte[] buffer) throws IOException {
            var count = from.read(buffer, Duration.ofMillis(2));
            if (count > 0) to.write(Arrays.copyOf(buffer, count));
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /** The few functions of libmodbus that a slave needs; see its manual pages. */
    private interface Libmodbus extends Library {
        Pointer modbus_new_rtu(String device, int baud, byte parity, int dataBits, int stopBits);

        int modbus_set_slave(Pointer context, int unit);

        int modbus_connect(Pointer context);

        Pointer modbus_mapping_new(int coils, int inputs, int registers, int inputRegisters);

        int modbus_receive(Pointer context, byte[] request);

        int modbus_reply(Pointer context, byte[] request, int length, Pointer mapping);

        void modbus_close(Pointer context);
    }

    /** A display whose Modbus is libmodbus's own. */
    private static final class LibmodbusDisplay implements AutoCloseable {
        private static final int DIGITS = 6;
        private static final int LONGEST_REQUEST = 260;

        /** Where {@code modbus_mapping_t} keeps its pointer to the holding registers: after eight ints and two pointers. */
        private static final int REGISTERS = 8 * Integer.BYTES + 3 * Long.BYTES;

        private final Libmodbus modbus = Native.load("libmodbus.so.5", Libmodbus.class);
        private final Pointer context;
        private final Pointer mapping;
        private final List<String> shown = new CopyOnWriteArrayList<>();
        private volatile boolean closed;

        LibmodbusDisplay(Path device, int unit) {
            context = modbus.modbus_new_rtu(device.toString(), 9600, (byte) 'N', 8, 1);
            modbus.modbus_set_slave(context, unit);
            assertThat(modbus.modbus_connect(context)).isZero();
            mapping = modbus.modbus_mapping_new(0, 0, DIGITS, 0);
            var thread = new Thread(this::serve, "libmodbus");
            thread.setDaemon(true);
            thread.start();
        }

        List<String> shown() {
            return shown;
        }

        private void serve() {
            var request = new byte[LONGEST_REQUEST];
            while (!closed) {
                var length = modbus.modbus_receive(context, request);
                if (length <= 0) continue;
                modbus.modbus_reply(context, request, length, mapping);
                shown.add(digits());
            }
        }

        private String digits() {
            var registers = mapping.getPointer(REGISTERS).getShortArray(0, DIGITS);
            return Stream.of(registers[0], registers[1], registers[2], registers[3], registers[4], registers[5])
                    .map(register -> "" + (char) register.shortValue())
                    .collect(Collectors.joining());
        }

        @Override
        public void close() {
            closed = true;
            modbus.modbus_close(context);
        }
    }
}
