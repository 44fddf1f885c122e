package vn.luot.protocol.line;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jssc.SerialPort;
import jssc.SerialPortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A line over a serial port. Uses of jSSC only what holds when a device is unplugged: {@code readBytes()} without a
 * count, {@code writeBytes}, and every exception means that the device is gone.
 */
final class SerialLine implements OpenLine {
    private static final Logger LOG = LoggerFactory.getLogger(SerialLine.class);
    private static final long BUSY_PAUSE = TimeUnit.MILLISECONDS.toNanos(5);
    /** Nobody notices it after a key, a scan or a cover that was opened; sixteen lines asked twice as often cost 2 % of a core. */
    private static final long IDLE_PAUSE = TimeUnit.MILLISECONDS.toNanos(80);
    /** A device answers sooner than this, or not at all. */
    private static final long BUSY_FOR = TimeUnit.MILLISECONDS.toNanos(600);

    private static final byte[] NOTHING = {};

    private final LineAddress.Serial address;
    private final SerialPort port;
    private volatile long lastBytes = System.nanoTime();

    private SerialLine(LineAddress.Serial address, SerialPort port) {
        this.address = address;
        this.port = port;
    }

    static SerialLine open(LineAddress.Serial address) throws LineGone {
        try {
            var line = new SerialLine(address, new SerialPort(address.device()));
            line.openPort();
            return line;
        } catch (LinkageError e) {
            throw new LineGone(
                    "không nạp được thư viện cổng nối tiếp, hãy đặt -Djssc.boot.library.path"
                            + " / the serial port library cannot be loaded: set -Djssc.boot.library.path",
                    e);
        }
    }

    private void openPort() throws LineGone {
        try {
            port.openPort();
            if (!framed() && !isPty()) throw refusesFraming();
            if (!port.setFlowControlMode(flowControl()) && !isPty()) throw refusesFraming();
            // What lies there was said to the program before.
            port.purgePort(SerialPort.PURGE_RXCLEAR);
        } catch (SerialPortException e) {
            throw new LineGone(cannotOpen(e.getExceptionType()), e);
        } catch (LineGone e) {
            close();
            throw e;
        }
    }

    private boolean framed() throws SerialPortException {
        return port.setParams(address.baud(), address.dataBits(), address.stopBits(), parity());
    }

    private int parity() {
        return switch (address.parity()) {
            case 'E' -> SerialPort.PARITY_EVEN;
            case 'O' -> SerialPort.PARITY_ODD;
            default -> SerialPort.PARITY_NONE;
        };
    }

    /** Only the device says stop: its answers are a few bytes. */
    private int flowControl() {
        return switch (address.handshake()) {
            case NONE -> SerialPort.FLOWCONTROL_NONE;
            case RTSCTS -> SerialPort.FLOWCONTROL_RTSCTS_OUT | SerialPort.FLOWCONTROL_RTSCTS_IN;
            case XONXOFF -> SerialPort.FLOWCONTROL_XONXOFF_OUT;
        };
    }

    /** A pseudo-terminal takes the speed, but has no modem lines and so answers "failed". */
    private boolean isPty() {
        try {
            return Path.of(address.device()).toRealPath().startsWith("/dev/pts");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public byte[] read() throws LineGone {
        try {
            var bytes = port.readBytes();
            if (bytes != null) return busy(bytes);
            LockSupport.parkNanos(System.nanoTime() - lastBytes < BUSY_FOR ? BUSY_PAUSE : IDLE_PAUSE);
            return NOTHING;
        } catch (SerialPortException e) {
            throw unplugged(e);
        }
    }

    @Override
    public void write(byte[] bytes) throws LineGone {
        try {
            // A short write answers false without a count, so what went out is unknown.
            if (!port.writeBytes(busy(bytes))) throw unplugged(null);
        } catch (SerialPortException e) {
            throw unplugged(e);
        }
    }

    private byte[] busy(byte[] bytes) {
        lastBytes = System.nanoTime();
        return bytes;
    }

    /** A quarter of a second on the wire (10 bits a byte), at most 256 bytes. */
    @Override
    public int chunk() {
        return Math.max(8, Math.min(256, address.baud() / 40));
    }

    /** Throws away what waits in the operating system; frees the writer of a real port, but not that of a pty. */
    @Override
    public void giveUpWriting() {
        try {
            port.purgePort(SerialPort.PURGE_TXABORT | SerialPort.PURGE_TXCLEAR);
        } catch (SerialPortException e) {
            LOG.debug("purging {}", address, e);
        }
    }

    @Override
    public void close() {
        try {
            port.closePort();
        } catch (SerialPortException e) {
            LOG.debug("closing {}", address, e);
        }
    }

    private String cannotOpen(String type) {
        var device = address.device();
        return switch (type) {
            case SerialPortException.TYPE_PORT_BUSY ->
                "cổng " + device + " đang do chương trình khác dùng" + " / another program uses the port";
            case SerialPortException.TYPE_PERMISSION_DENIED ->
                "không có quyền mở cổng " + device
                        + ", hãy thêm người dùng vào nhóm dialout / no permission: add the user to the group dialout";
            case SerialPortException.TYPE_INCORRECT_SERIAL_PORT ->
                device + " không phải cổng nối tiếp / not a serial port";
            default ->
                "không có cổng " + device
                        + ", hãy kiểm tra dây và tên cổng / no such port: check the cable and the name";
        };
    }

    private LineGone refusesFraming() {
        return new LineGone("cổng không nhận cấu hình " + address + ", hãy kiểm tra tốc độ và khung"
                + " / the port refuses this speed or framing");
    }

    private LineGone unplugged(SerialPortException cause) {
        return new LineGone(
                "mất cổng " + address.device() + ", hãy kiểm tra dây và nguồn"
                        + " / the port is gone: check cable and power",
                cause);
    }
}
