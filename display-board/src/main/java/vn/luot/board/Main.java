package vn.luot.board;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import vn.luot.protocol.hub.Pairing;
import vn.luot.protocol.program.CannotStart;
import vn.luot.protocol.program.Program;
import vn.luot.protocol.program.TrustedCa;

/** The board agent as a program. */
@Command(
        name = "board",
        mixinStandardHelpOptions = true,
        description = "Cho các bảng LED hiện số đang gọi / keeps the LED boards showing the calls.")
public final class Main implements Callable<Integer> {
    private static final Duration EACH_PICTURE = Duration.ofSeconds(4);

    @ArgGroup(multiplicity = "1")
    private Work work;

    @Option(
            names = "--boards",
            required = true,
            paramLabel = "FILE",
            converter = BoardsFile.class,
            description = "Tệp JSON kê các đường truyền và bảng / JSON file of lines and boards")
    private BoardConfig boards;

    @Spec
    private CommandSpec command;

    public static void main(String... args) {
        Program.main(new Main(), args);
    }

    /** Either follow a hub, or test the boards without one. */
    private static final class Work {
        @ArgGroup(exclusive = false)
        private Hub hub;

        @Option(
                names = "--light-all",
                required = true,
                description = "Thử mọi bảng, không cần máy chủ: sáng hết, rồi hiện địa chỉ, rồi in bảng nào trả lời"
                        + " / tests all boards without a hub: everything lit, then their addresses, then who answers")
        private boolean lightAll;
    }

    private static final class Hub {
        @Option(
                names = "--hub",
                required = true,
                paramLabel = "URL",
                description = "Địa chỉ máy chủ / address of the hub, http://10.0.0.5:8080")
        private URI address;

        @Option(
                names = "--token-file",
                required = true,
                paramLabel = "FILE",
                description = "Tệp chứa mã thiết bị / file with the device's token (hub device add --role board)")
        private Path tokenFile;

        @Option(
                names = "--ca",
                paramLabel = "FILE",
                description =
                        "Chứng thư ca.pem của máy chủ, khi máy chủ dùng TLS / the hub's ca.pem, for a hub with TLS")
        private Path ca;

        @Option(
                names = "--pair",
                description = "Chưa có mã thì hiện mã ghép nối và đợi quản trị xác nhận"
                        + " / without a token, show a pairing code and wait until it is confirmed")
        private boolean pair;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!work.lightAll) return Program.untilStopped(follow()::close);
        var out = command.commandLine().getOut();
        var well = LightAll.run(Vertx.vertx(), boards, BusTiming::of, EACH_PICTURE, out);
        return well ? 0 : 1;
    }

    private BoardAgent follow() throws InterruptedException {
        if (work.hub.ca != null) TrustedCa.only(work.hub.ca);
        var vertx = Vertx.vertx();
        if (work.hub.pair && Files.notExists(work.hub.tokenFile)) {
            new Pairing(command.commandLine().getOut()).into(work.hub.tokenFile, vertx, work.hub.address);
        }
        return start(vertx, token(work.hub.tokenFile));
    }

    private BoardAgent start(Vertx vertx, String token) {
        try {
            return BoardAgent.start(vertx, work.hub.address, token, boards);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage());
        }
    }

    private static String token(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new CannotStart(
                    "không đọc được tệp mã thiết bị " + file,
                    "cannot read the token file; make one with: hub device add --role board --name NAME",
                    e);
        }
    }

    private static final class BoardsFile implements ITypeConverter<BoardConfig> {
        @Override
        public BoardConfig convert(String file) {
            try {
                return BoardConfig.read(Path.of(file));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
