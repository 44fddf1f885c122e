package vn.luot.sim.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class TcpPortTest {
    @Test
    void aPrinterOnTheNetworkAnswersAndCanBePulledOutAndPutBack() throws IOException {
        try (var wire = new Wire(new TcpPort(0), new SimPrinter())) {
            var port = Integer.parseInt(wire.address().substring("tcp:127.0.0.1:".length()));
            assertThat(askState(port)).isEqualTo(0x16);

            wire.unplug();
            assertThatThrownBy(() -> askState(port)).isInstanceOf(ConnectException.class);
            wire.plugIn();

            assertThat(askState(port)).isEqualTo(0x16);
        }
    }

    private static int askState(int port) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(Hex.bytes("10 04 01"));
            return socket.getInputStream().read();
        }
    }
}
