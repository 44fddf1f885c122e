package vn.luot.board;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.luot.board.keypad.KeypadBus;
import vn.luot.board.led.BoardProtocol;
import vn.luot.board.led.FrameTemplate;
import vn.luot.protocol.line.LineAddress;
import vn.luot.protocol.message.Json;

/**
 * Which boards hang on which lines, and what each of them shows. One JSON file per board agent.
 *
 * @param buses lines with boards; absent when there are only keypads
 * @param keypads lines with clerks' keypads; absent when there are none
 */
public record BoardConfig(List<Bus> buses, List<KeypadLine> keypads) {
    /** Height of a sign's own letters. */
    static final int USUAL_DOTS = 7;

    public BoardConfig {
        keypads = keypads == null ? List.of() : List.copyOf(keypads);
        buses = keypads.isEmpty() || buses != null ? given("buses", buses) : List.of();
        unique("buses", buses.stream().map(Bus::line).toList());
        unique(
                "keypads",
                Stream.concat(buses.stream().map(Bus::line), keypads.stream().map(KeypadLine::line))
                        .toList());
    }

    /** Boards without keypads. */
    public BoardConfig(List<Bus> buses) {
        this(buses, null);
    }

    /**
     * One line with its boards. All of them speak the same protocol, because one writer keeps the pauses between frames.
     *
     * @param line see {@link LineAddress}; a line has one bus
     */
    public record Bus(LineAddress line, BoardProtocol protocol, List<Board> boards) {
        public Bus {
            boards = checked(protocol, given("boards", boards));
        }

        @JsonCreator
        static Bus of(
                @JsonProperty("line") String line,
                @JsonProperty("protocol") JsonNode protocol,
                @JsonProperty("boards") List<Board> boards) {
            return new Bus(
                    in("line", () -> LineAddress.parse(given("line", line))),
                    in("protocol", () -> protocol(given("protocol", protocol))),
                    boards);
        }

        /** The name of one, or a {@link FrameTemplate} of one's own. */
        private static BoardProtocol protocol(JsonNode protocol) {
            if (protocol.isTextual()) return BoardProtocol.parse(protocol.asText());
            try {
                return Json.read(protocol.toString(), FrameTemplate.class);
            } catch (JsonMappingException e) {
                if (path(e).isEmpty()) throw new IllegalArgumentException(reason(e), e);
                throw new Fault(path(e), reason(e));
            } catch (IOException e) {
                throw new IllegalArgumentException(e);
            }
        }

        private static List<Board> checked(BoardProtocol protocol, List<Board> boards) {
            var checked = boards.stream()
                    .map(board -> in("boards[" + boards.indexOf(board) + "]", () -> checked(protocol, board)))
                    .toList();
            unique("boards", checked.stream().map(Board::address).toList());
            if (checked.size() > 1)
                protocol.reachesAll().ifPresent(everyone -> onlyOneBoardListensTo(everyone, checked));
            return checked;
        }

        private static Board checked(BoardProtocol protocol, Board board) {
            if (board.shows() instanceof BoardPlan.MainBoard && !protocol.hasRows()) {
                throw new Fault(
                        "shows",
                        "màn hình số chỉ hiện được một quầy, như \"counter:3\""
                                + " / a numeric display shows one counter, such as \"counter:3\"");
            }
            if (board.dots() != USUAL_DOTS && !protocol.hasRows()) {
                throw new Fault("dots", "chỉ bảng ma trận có chấm / only a matrix board has rows of dots");
            }
            var address = in("address", () -> protocol.address(board.address()));
            return new Board(address, board.shows(), board.register(), board.dots());
        }

        private static void onlyOneBoardListensTo(String everyone, List<Board> boards) {
            if (boards.stream().anyMatch(board -> board.address().equals(everyone))) {
                throw new Fault(
                        "boards",
                        "địa chỉ " + everyone + " gửi tới mọi bảng, chỉ dùng khi đường truyền có một bảng / address "
                                + everyone + " reaches every board, so it needs a line with one board");
            }
        }
    }

    /**
     * @param address the board's address on its line, as its protocol writes it
     * @param register register of the leftmost digit of a Modbus display, usually 0
     * @param dots height of a row of a matrix board in dots, usually 7; from 13 on Vietnamese letters keep their marks
     */
    public record Board(String address, BoardPlan shows, int register, int dots) {
        private static final int LAST_REGISTER = 0xFFFF - 5;
        private static final int MOST_DOTS = 31;

        public Board {
            if (register < 0 || register > LAST_REGISTER) {
                throw new Fault("register", "phải từ 0 đến " + LAST_REGISTER + " / must be 0 to " + LAST_REGISTER);
            }
            if (dots < USUAL_DOTS || dots > MOST_DOTS) {
                throw new Fault(
                        "dots",
                        "phải từ " + USUAL_DOTS + " đến " + MOST_DOTS + " / must be " + USUAL_DOTS + " to "
                                + MOST_DOTS);
            }
        }

        /** A board with its digits, if it has registers, from register 0. */
        public Board(String address, BoardPlan shows) {
            this(address, shows, 0, USUAL_DOTS);
        }

        @JsonCreator
        static Board of(
                @JsonProperty("address") JsonNode address,
                @JsonProperty("shows") String shows,
                @JsonProperty("lines") Integer lines,
                @JsonProperty("notices") List<String> notices,
                @JsonProperty("register") Integer register,
                @JsonProperty("dots") Integer dots) {
            var where = notices != null ? "notices" : lines != null ? "lines" : "shows";
            return new Board(
                    address(address),
                    in(
                            where,
                            () -> BoardPlan.parse(
                                    given("shows", shows), lines, notices == null ? List.of() : given("", notices))),
                    Objects.requireNonNullElse(register, 0),
                    Objects.requireNonNullElse(dots, USUAL_DOTS));
        }

        /** A number for Modbus, two digits in quotes for Alpha. */
        private static String address(JsonNode address) {
            var isOne = address != null && (address.isTextual() || address.isIntegralNumber());
            return given("address", isOne ? address.asText() : null);
        }
    }

    /** One line with keypads; boards cannot hang on it. */
    public record KeypadLine(LineAddress line, List<Pad> pads) {
        public KeypadLine {
            pads = given("pads", pads);
            if (pads.size() > KeypadBus.MOST) throw tooMany(pads.size());
            unique("pads", pads.stream().map(Pad::address).toList());
        }

        private static Fault tooMany(int pads) {
            return new Fault(
                    "pads",
                    "một đường truyền có nhiều nhất " + KeypadBus.MOST + " bàn phím, ở đây có " + pads
                            + ": hãy dùng thêm đường truyền / at most " + KeypadBus.MOST
                            + " keypads on a line, here are "
                            + pads + ": use another line");
        }

        @JsonCreator
        static KeypadLine of(@JsonProperty("line") String line, @JsonProperty("pads") List<Pad> pads) {
            return new KeypadLine(in("line", () -> LineAddress.parse(given("line", line))), pads);
        }
    }

    /**
     * @param address of the keypad on its line, 1 to 99
     * @param counter the counter it works, 1 to 99
     * @param tokenFile file with the token that {@code hub device add --role keypad --counter N} printed
     */
    public record Pad(Integer address, Integer counter, Path tokenFile) {
        public Pad {
            oneTo99("address", address);
            oneTo99("counter", counter);
            given("tokenFile", tokenFile);
        }

        private static void oneTo99(String where, Integer number) {
            if (given(where, number) < 1 || number > 99) {
                throw new Fault(where, "phải từ 1 đến 99 / must be 1 to 99");
            }
        }
    }

    /** What is wrong at one place of the file, in Vietnamese and English. */
    private static final class Fault extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final String where;

        Fault(String where, String what) {
            super(what);
            this.where = where;
        }
    }

    /** @throws IllegalArgumentException naming the file, the path in it and what to write, in Vietnamese and English */
    public static BoardConfig read(Path file) {
        try {
            return Json.read(Files.readAllBytes(file), BoardConfig.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + ": " + fault(e), e);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(file + ": không có tệp này / no such file", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": không đọc được tệp / cannot be read: " + e.getMessage(), e);
        }
    }

    private static String fault(JsonProcessingException e) {
        if (e.getCause() instanceof JsonParseException syntax) return fault(syntax);
        if (e instanceof JsonMappingException shape) return path(shape) + ": " + reason(shape);
        var at = e.getLocation();
        return "dòng " + at.getLineNr() + " cột " + at.getColumnNr() + ": không phải JSON / line " + at.getLineNr()
                + " column " + at.getColumnNr() + ": not JSON: " + e.getOriginalMessage();
    }

    private static String path(JsonMappingException e) {
        var path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        var whole = e.getCause() instanceof Fault fault ? path + "." + fault.where : path;
        return (whole.startsWith(".") ? whole.substring(1) : whole).replaceAll("\\p{Cntrl}", " ");
    }

    private static String reason(JsonMappingException e) {
        if (e.getCause() instanceof IllegalArgumentException fault) return fault.getMessage();
        if (e instanceof UnrecognizedPropertyException unknown) {
            var known = unknown.getKnownPropertyIds().stream()
                    .map(Object::toString)
                    .sorted()
                    .collect(Collectors.joining(", "));
            return "khoá lạ, chỉ có: " + known + " / unknown key, there are: " + known;
        }
        return "giá trị sai kiểu / a value of the wrong kind: " + e.getOriginalMessage();
    }

    /** Names the place of what goes wrong in {@code part}. */
    private static <T> T in(String where, Supplier<T> part) {
        try {
            return part.get();
        } catch (Fault e) {
            throw new Fault(e.where.equals(where) ? where : where + "." + e.where, e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new Fault(where, e.getMessage());
        }
    }

    private static <T> T given(String where, T value) {
        if (value == null) throw new Fault(where, "còn thiếu / is missing");
        return value;
    }

    private static <T> List<T> given(String where, List<T> values) {
        if (values == null || values.isEmpty() || values.stream().anyMatch(Objects::isNull)) {
            throw new Fault(where, "cần ít nhất một mục / needs at least one entry");
        }
        return List.copyOf(values);
    }

    private static void unique(String where, List<?> values) {
        var seen = new HashSet<Object>();
        for (var value : values) {
            if (!seen.add(value)) {
                throw new Fault(where, "«" + value + "» có hai lần / " + value + " is there twice");
            }
        }
    }
}
