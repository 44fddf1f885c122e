package vn.luot.protocol.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class TcpLineTest {
    private final Heard heard = new Heard();
    private ServerSocket device;
    private LineAddress.Tcp address;
    private Line line;

    @BeforeEach
    void deviceListens() throws IOException {
        device = listenOn(0);
        address = new LineAddress.Tcp("127.0.0.1", device.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        line.close();
        device.close();
    }

    @Test
    void sendsInTheOrderGiven() throws Exception {
        line = Line.open(address, heard);
        try (var peer = device.accept()) {
            assertThat(heard.next()).isEqualTo("up");
            var expected = new StringBuilder();
            for (var i = 0; i < 1_000; i++) {
                line.send(("frame " + i + ";").getBytes(UTF_8));
                expected.append("frame ").append(i).append(';');
            }

            assertThat(new String(peer.getInputStream().readNBytes(expected.length()), UTF_8))
                    .isEqualTo(expected.toString());
        }
    }

    @Test
    void answersWhenTheBytesWereTaken() throws Exception {
        line = Line.open(address, heard);
        try (var peer = device.accept()) {
            assertThat(heard.next()).isEqualTo("up");

            line.send("xin chào".getBytes(UTF_8)).toCompletableFuture().get(60, SECONDS);

            assertThat(new String(peer.getInputStream().readNBytes(9), UTF_8)).isEqualTo("xin chào");
        }
    }

    @Test
    void tellsWhatArrives() throws Exception {
        line = Line.open(address, heard);
        try (var peer = device.accept()) {
            assertThat(heard.next()).isEqualTo("up");

            peer.getOutputStream().write("16".getBytes(UTF_8));

            assertThat(heard.next()).isEqualTo("16");
        }
    }

    @Test
    void opensAgainAfterTheDeviceWasLost() throws Exception {
        line = Line.open(address, heard);
        device.accept().close();
        assertThat(heard.next()).isEqualTo("up");
        assertThat(heard.next()).startsWith("down mất kết nối").contains(" / the device closed the connection");

        try (var again = device.accept()) {
            assertThat(heard.next()).isEqualTo("up");
            line.send("A001".getBytes(UTF_8));
            assertThat(again.getInputStream().readNBytes(4)).isEqualTo("A001".getBytes(UTF_8));
        }
    }

    @Test
    void saysOnceThatADeviceIsAbsentAndKeepsTrying() throws Exception {
        device.close();
        line = Line.open(address, heard);
        assertThat(heard.next()).startsWith("down không nối được tới 127.0.0.1").contains(" / cannot connect");

        device = listenOn(address.port());

        assertThat(heard.next()).isEqualTo("up");
    }

    @Test
    void refusesBytesWhileTheDeviceIsAbsent() throws Exception {
        device.close();
        line = Line.open(address, heard);
        var reason = heard.next();

        assertThat(reason).isEqualTo("down " + failure(line.send(new byte[1])));
    }

    @Test
    void givesUpADeviceThatStopsReading() throws Exception {
        line = LastingLine.start(
                address, () -> TcpLine.open(address), Duration.ofMillis(200), new HexLog(address), heard);
        var deaf = device.accept();
        assertThat(heard.next()).isEqualTo("up");

        var stuck = line.send(new byte[64 << 20]);
        var behind = line.send(new byte[1]);

        assertThat(failure(stuck)).contains("the device takes no bytes").isEqualTo(failure(behind));
        assertThat(heard.next()).isEqualTo("down " + failure(stuck));
        assertThat(device.accept().isConnected()).isTrue();
        assertThat(heard.next()).isEqualTo("up");
        deaf.close();
    }

    @Test
    void failsWhatWaitsWhenItIsClosed() throws Exception {
        line = Line.open(address, heard);
        var deaf = device.accept();
        assertThat(heard.next()).isEqualTo("up");
        var waits = line.send(new byte[64 << 20]);

        line.close();

        assertThat(failure(waits)).contains("closed");
        assertThat(failure(line.send(new byte[1]))).contains("closed");
        assertThat(heard.nothingMore()).isTrue();
        deaf.close();
    }

    @Test
    void survivesItsListenersFault() throws Exception {
        line = Line.open(address, new Line.Listener() {
            @Override
            public void up() {
                throw new IllegalStateException("a listener's fault, expected in this test");
            }

            @Override
            public void down(String reason) {
                heard.down(reason);
            }

            @Override
            public void received(byte[] bytes) {
                heard.received(bytes);
            }
        });
        try (var peer = device.accept()) {
            peer.getOutputStream().write("12".getBytes(UTF_8));

            assertThat(heard.next()).isEqualTo("12");
        }
    }

    private static ServerSocket listenOn(int port) throws IOException {
        var socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.setReceiveBufferSize(4_096);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    private static String failure(CompletionStage<Void> sent) throws Exception {
        var message = sent.handle((taken, gone) -> gone instanceof LineGone ? gone.getMessage() : "taken");
        return message.toCompletableFuture().get(60, SECONDS);
    }
}
