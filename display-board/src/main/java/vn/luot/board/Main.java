package vn.luot.board;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import vn.luot.protocol.program.CannotStart;
import vn.luot.protocol.program.Program;

/** The board agent as a program. */
@Command(
        name = "board",
        mixinStandardHelpOptions = true,
        description = "Cho các bảng LED hiện số đang gọi / keeps the LED boards showing the calls.")
public final class Main implements Callable<Integer> {
    @Option(
            names = "--hub",
            required = true,
            paramLabel = "URL",
            description = "Địa chỉ máy chủ / address of the hub, http://10.0.0.5:8080")
    private URI hub;

    @Option(
            names = "--token-file",
            required = true,
            paramLabel = "FILE",
            description = "Tệp chứa mã thiết bị / file with the device's token (hub device add --role board)")
    private Path tokenFile;

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
        return Program.untilStopped(start(token())::close);
    }

    private BoardAgent start(String token) {
        try {
            return BoardAgent.start(Vertx.vertx(), hub, token, boards);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage());
        }
    }

    private String token() {
        try {
            return Files.readString(tokenFile).strip();
        } catch (IOException e) {
            throw new CannotStart(
                    "không đọc được tệp mã thiết bị " + tokenFile,
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
