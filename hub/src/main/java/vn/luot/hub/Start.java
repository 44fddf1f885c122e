package vn.luot.hub;

import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.luot.hub.db.Database;
import vn.luot.hub.http.Limits;
import vn.luot.protocol.program.CannotStart;
import vn.luot.protocol.program.Program;

/** Starts the hub. */
@Command(
        name = "hub",
        mixinStandardHelpOptions = true,
        description = "Máy chủ hàng đợi của trung tâm / the hub of a centre's queue.")
class Start implements Callable<Integer> {
    private static final int LAST_PORT = 65_535;

    @Mixin
    private Main.Data data;

    @Option(
            names = "--host",
            defaultValue = "0.0.0.0",
            paramLabel = "ADDRESS",
            description = "Địa chỉ lắng nghe / address to listen on (${DEFAULT-VALUE})")
    private String host;

    @Option(names = "--port", defaultValue = "8080", paramLabel = "N", description = "Cổng / port (${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "Địa chỉ in trong mã QR cho điện thoại / address in the QR code, for citizens' phones")
    private String publicUrl;

    @Mixin
    private Main.Backups backups;

    @Mixin
    private TlsOptions tls;

    @Mixin
    private ProviderOptions provider;

    /** Whose password alone must not be enough. */
    private enum Whose {
        administrators,
        nobody
    }

    @Option(
            names = "--second-factor",
            defaultValue = "administrators",
            paramLabel = "WHOSE",
            description = "Ai phải bật xác thực hai bước trước khi làm việc: administrators hoặc nobody"
                    + " / who needs a second factor before anything else (${DEFAULT-VALUE})")
    private Whose secondFactor;

    @Spec
    private CommandSpec command;

    /** What every start needs, whatever the options are; absent when nobody got it ready. */
    private CompletableFuture<Vertx> web;

    /** While one core reads the options and the database, another wakes up what reads it, and makes what serves the web. */
    void getReady() {
        web = CompletableFuture.supplyAsync(
                () -> {
                    LoggerFactory.getILoggerFactory();
                    Database.wake();
                    return Hub.web();
                },
                work -> new Thread(work, "ready").start());
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > LAST_PORT) {
            throw new CannotStart(
                            "không có cổng " + port + ", hãy chọn từ 1 đến " + LAST_PORT,
                            "there is no such port; choose one from 1 to " + LAST_PORT)
                    .about("port");
        }
        var config = new HubConfig(
                data.folder(),
                host,
                port,
                Optional.ofNullable(publicUrl),
                "",
                HubConfig.systemClock(),
                backups.plan(data.backups()),
                tls.tls(data.folder(), Optional.ofNullable(publicUrl)),
                provider.provider(Optional.ofNullable(publicUrl)),
                secondFactor == Whose.administrators,
                Limits.USUAL);
        if (FirstRun.isDue(config)) {
            if (web != null) web.thenAccept(Vertx::close);
            return Program.untilStopped(
                    FirstRun.start(config, command.commandLine().getOut())::close);
        }
        return Program.untilStopped((web == null ? Hub.start(config) : Hub.start(config, web::join))::close);
    }
}
