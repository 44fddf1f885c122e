package vn.luot.board;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import vn.luot.protocol.hub.HubOptions;
import vn.luot.protocol.program.Program;

/** The board agent as a program. */
@Command(
        name = "board",
        mixinStandardHelpOptions = true,
        description = "Cho các bảng LED hiện số đang gọi / keeps the LED boards showing the calls.")
public final class Main implements Callable<Integer> {
    private static final Duration EACH_PICTURE = Duration.ofSeconds(4);

    @Mixin
    private HubOptions hub;

    @Option(
            names = "--light-all",
            description = "Thử mọi bảng, không cần máy chủ: sáng hết, rồi hiện địa chỉ, rồi in bảng nào trả lời"
                    + " / tests all boards without a hub: everything lit, then their addresses, then who answers")
    private boolean lightAll;

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

    @Override
    public Integer call() throws InterruptedException {
        if (!lightAll) return Program.untilStopped(follow()::close);
        var out = command.commandLine().getOut();
        var well = LightAll.run(Vertx.vertx(), boards, BusTiming::of, EACH_PICTURE, out);
        return well ? 0 : 1;
    }

    private BoardAgent follow() {
        hub.trust();
        var address = hub.address();
        return BoardAgent.start(Vertx.vertx(), address, hub.token(), boards);
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
