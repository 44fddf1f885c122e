package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.FeedMessage.Hello;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.ProtocolVersion;

/** The token of a tablet or a screen, copied to another machine. */
class ClonedDeviceTest {
    @TempDir
    private Path data;

    private final Vertx vertx = Vertx.vertx();
    private RunningHub hub;
    private Caller tablet;
    private Caller screen;

    @BeforeEach
    void start() {
        hub = RunningHub.atWork(data);
        tablet = hub.as(Role.TABLET);
        screen = hub.as(Role.BOARD);
    }

    @AfterEach
    void stop() {
        vertx.close();
        hub.close();
    }

    @Test
    void isNoticedWhenBothAreThere() {
        try (var here = FeedListener.of(tablet, "view=tablet/1")) {
            here.hall();

            elsewhere(tablet, "tablet/1");

            Await.until(() -> devices().contains("clonedAt"));
            assertThat(alarms()).contains("DEVICE_CLONED");
            assertThat(hub.as(Role.MANAGER).get("/api/audit").text()).contains("DEVICE_CLONED");
        }
    }

    @Test
    void whoIsOpenTwiceOnOneMachineOrMovesToAnotherAddressIsNoClone() {
        try (var once = FeedListener.of(tablet, "view=tablet/1");
                var twice = FeedListener.of(tablet, "view=tablet/1")) {
            once.hall();
            twice.hall();
        }
        elsewhere(tablet, "tablet/1");

        try (var here = FeedListener.of(screen, "view=board")) {
            here.hall();
            elsewhere(screen, "board");

            Await.until(() -> devices().contains("clonedAt"));
        }
        assertThat(devices().split("clonedAt")).hasSize(2);
    }

    @Test
    void theAlarmEndsWithTheToken() {
        try (var here = FeedListener.of(screen, "view=board")) {
            here.hall();
            elsewhere(screen, "board");
            Await.until(() -> alarms().contains("DEVICE_CLONED"));

            hub.as(Role.ADMIN).send("DELETE", "/api/devices/" + Role.BOARD, null);

            assertThat(alarms()).doesNotContain("DEVICE_CLONED");
        }
    }

    @Test
    void whoeverComesByIpv4AndByIpv6IsNoClone(@TempDir Path other) throws IOException {
        assumeThat(NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(Inet6Address.class::isInstance)
                        .filter(InetAddress::isLoopbackAddress))
                .isNotEmpty();
        hub.close();
        hub = RunningHub.everywhere(other);
        tablet = hub.as(Role.TABLET);
        screen = hub.as(Role.BOARD);
        try (var one = FeedListener.of(tablet, "view=tablet/1");
                var two = FeedListener.of(screen, "view=board");
                var three = FeedListener.at("[::1]", tablet, "view=tablet/1")) {
            one.hall();
            two.hall();
            three.hall();

            elsewhere(screen, "board");

            Await.until(() -> devices().contains("clonedAt"));
        }
        assertThat(devices().split("clonedAt")).hasSize(2);
        assertThat(alarms()).contains("BOARD").doesNotContain("TABLET");
    }

    /** The command is another program than the hub, and the name may be given again. */
    @Test
    void theAlarmEndsWithTheTokenThatTheCommandLineRevokesAndIsNotOfTheNextOfItsName() {
        try (var here = FeedListener.of(screen, "view=board")) {
            here.hall();
            elsewhere(screen, "board");
            Await.until(() -> alarms().contains("DEVICE_CLONED"));
        }

        Commands.on(data, "device", "revoke", "--name", screenName()).could();

        assertThat(devices()).doesNotContain("clonedAt");
        Await.until(() -> !alarms().contains("DEVICE_CLONED"));
        var next = anotherOf(screenName());
        assertThat(devices()).doesNotContain("clonedAt");
        try (var here = FeedListener.of(next, "view=board")) {
            here.hall();
            elsewhere(next, "board");

            Await.until(() -> devices().contains("clonedAt") && alarms().contains("DEVICE_CLONED"));
        }
    }

    private static String screenName() {
        return Role.BOARD.toString();
    }

    private Caller anotherOf(String name) {
        var added = hub.as(Role.ADMIN).post("/api/devices", "{\"name\":\"" + name + "\",\"role\":\"BOARD\"}");
        return hub.stranger(added.as(JsonNode.class).get("token").asText(), false);
    }

    /** The same program from another address of this machine. */
    private void elsewhere(Caller device, String view) {
        var options = new WebSocketClientOptions();
        options.setLocalAddress("127.0.0.2");
        WebSocketClient client = vertx.createWebSocketClient(options);
        var answered = new CompletableFuture<String>();
        client.connect(device.port(), "127.0.0.1", "/feed?view=" + view)
                .onSuccess(socket -> greet(socket, device, answered))
                .onFailure(answered::completeExceptionally);
        assertThat(answered.orTimeout(60, TimeUnit.SECONDS).join()).contains("snapshot");
    }

    private static void greet(WebSocket socket, Caller device, CompletableFuture<String> answered) {
        socket.textMessageHandler(answered::complete);
        socket.writeTextMessage(
                Json.text(new Hello(ProtocolVersion.NOW, device.token().orElseThrow())));
    }

    private String devices() {
        return hub.as(Role.TECHNICIAN).get("/api/devices").text();
    }

    private String alarms() {
        return hub.as(Role.TECHNICIAN).get("/api/alarms").text();
    }
}
