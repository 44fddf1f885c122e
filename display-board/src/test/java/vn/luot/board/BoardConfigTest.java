package vn.luot.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.luot.board.BoardConfig.Board;
import vn.luot.board.BoardPlan.CounterDisplay;
import vn.luot.board.BoardPlan.MainBoard;
import vn.luot.board.keypad.KeypadBus;
import vn.luot.board.led.BoardProtocol;

class BoardConfigTest {
    @TempDir
    private Path directory;

    @Test
    void readsLinesAndTheirBoards() throws IOException {
        var config = BoardConfig.read(file("""
                {"buses": [
                  {"line": "serial:/dev/ttyUSB1@9600,7E1", "protocol": "alpha", "boards": [
                    {"address": "0a", "shows": "main"},
                    {"address": "02", "shows": "main", "lines": 1}]},
                  {"line": "tcp:10.0.0.7:4001", "protocol": "modbus", "boards": [
                    {"address": 1, "shows": "counter:1"},
                    {"address": 2, "shows": "counter:2", "register": 16}]}]}"""));

        assertThat(config.buses()).hasSize(2);
        var signs = config.buses().get(0);
        assertThat(signs.line()).hasToString("serial:/dev/ttyUSB1@9600,7E1");
        assertThat(signs.protocol()).isEqualTo(BoardProtocol.ALPHA);
        assertThat(signs.boards())
                .containsExactly(new Board("0A", new MainBoard(4)), new Board("02", new MainBoard(1)));
        assertThat(config.buses().get(1).boards())
                .containsExactly(new Board("1", new CounterDisplay(1)), new Board("2", new CounterDisplay(2), 16, 7));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // boards of a modbus line | path                      | what to do
                "{'address':1,'shows':'counter:1','colour':2} | buses[0].boards[0].colour | there are: address, dots, lines, notices, register, shows",
                "{'shows':'counter:1'}                   | buses[0].boards[0].address  | is missing",
                "{'address':1}                           | buses[0].boards[0].shows    | is missing",
                "{'address':248,'shows':'counter:1'}     | buses[0].boards[0].address  | a Modbus unit is 1 to 247",
                "{'address':'x','shows':'counter:1'}     | buses[0].boards[0].address  | a Modbus unit is 1 to 247",
                "{'address':1,'shows':'counter:0'}       | buses[0].boards[0].shows    | must be \"main\" or \"counter:3\"",
                "{'address':1,'shows':'main'}            | buses[0].boards[0].shows    | shows one counter",
                "{'address':1,'shows':'main','lines':9}  | buses[0].boards[0].lines    | 1 to 8 lines",
                "{'address':1,'shows':'counter:1','lines':3} | buses[0].boards[0].lines | has 1 or 2 lines",
                "{'address':1,'shows':'counter:1','notices':['a']} | buses[0].boards[0].notices | only a main board has notices",
                "{'address':1,'shows':'counter:1','dots':13} | buses[0].boards[0].dots | only a matrix board",
                "{'address':1,'shows':'counter:1','dots':6} | buses[0].boards[0].dots | must be 7 to 31",
                "{'address':1,'shows':'counter:1','register':65531} | buses[0].boards[0].register | must be 0 to 65530",
                "{'address':1,'shows':'counter:1','register':'a'}   | buses[0].boards[0].register | wrong kind",
                "{'address':1,'shows':'counter:1'},{'address':'01','shows':'counter:2'} | buses[0].boards | 1 is there twice",
                "{'address':0,'shows':'counter:1'},{'address':1,'shows':'counter:2'}    | buses[0].boards | reaches every board",
                "null                                    | buses[0].boards             | at least one entry",
                "7                                       | buses[0].boards[0]          | wrong kind",
            })
    void namesThePlaceOfAFault(String boards, String path, String advice) throws IOException {
        var file = file("{'buses':[{'line':'tcp:10.0.0.7:4001','protocol':'modbus','boards':[" + boards + "]}]}");

        assertThatThrownBy(() -> BoardConfig.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + ": " + path + ": ")
                .hasMessageContaining(" / ")
                .hasMessageContaining(advice);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                       | : buses:             | at least one entry",
                "{'buses':[]}                                             | : buses:             | at least one entry",
                "{'buses':[{}]}                                           | : buses[0].line:     | is missing",
                "{'buses':[{'line':'ttyUSB0'}]}                           | : buses[0].line:     | serial:/dev/ttyUSB0@9600",
                "{'buses':[{'line':'tcp:a:1','protocol':'beta'}]}         | : buses[0].protocol: | alpha, modbus, text-01-07, number-sum8, number-3a",
                "{'buses':[{'line':'tcp:a:1','protocol':{'frame':'01 {adres} {text}'}}]} | : buses[0].protocol: | not a part of a frame",
                "{'buses':[{'line':'tcp:a:1','protocol':{'frame':'01 {address}'}}]} | : buses[0].protocol: | exactly one of {text}",
                "{'buses':[{'line':'tcp:a:1','protocol':{'frame':'{text}','gap':3}}]} | : buses[0].protocol.gap: | there are: everyone, frame, gapMillis",
                "{'buses':[{'line':'tcp:a:1','protocol':'alpha'}]}        | : buses[0].boards:   | at least one entry",
                "{'buses':[{'line':'tcp:a:1','protocol':'alpha','boards':[{'address':1,'shows':'main'}]}]} | : buses[0].boards[0].address: | two hexadecimal digits",
                "{'buses':[{'line':'tcp:a:1','protocol':'alpha','boards':[{'address':'01','shows':'main'}]}],'bus':[]} | : bus: | there are: buses, keypads",
                "{'buses':[{'line':'tcp:a:1','protocol':'alpha','boards':[{'address':'01','shows':'main'}]}],'b\\nus':[]} | : b us: | there are: buses, keypads",
                "{'buses':[}                                              | : dòng 1 cột 1      | not JSON",
                "{'buses':[],'buses':[]}                                  | : dòng 1 cột         | Duplicate",
            })
    void refusesWhatIsNotAPlanOfLines(String json, String place, String advice) throws IOException {
        var file = file(json);

        assertThatThrownBy(() -> BoardConfig.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(place)
                .hasMessageContaining(advice);
    }

    @Test
    void readsKeypads() throws IOException {
        var config = BoardConfig.read(file("""
                {"keypads": [{"line": "serial:/dev/ttyUSB3@9600", "pads": [
                  {"address": 1, "counter": 3, "tokenFile": "/etc/luot/keypad3.token"}]}]}"""));

        assertThat(config.buses()).isEmpty();
        assertThat(config.keypads().get(0).pads())
                .containsExactly(new BoardConfig.Pad(1, 3, Path.of("/etc/luot/keypad3.token")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'address':0,'counter':3,'tokenFile':'t'}   | keypads[0].pads[0].address",
                "{'address':1,'counter':100,'tokenFile':'t'} | keypads[0].pads[0].counter",
                "{'address':1,'counter':3}                   | keypads[0].pads[0].tokenFile",
            })
    void namesThePlaceOfAFaultOfAKeypad(String pad, String path) throws IOException {
        var file = file("{'keypads':[{'line':'tcp:a:1','pads':[" + pad + "]}]}");

        assertThatThrownBy(() -> BoardConfig.read(file)).hasMessageContaining(": " + path + ": ");
    }

    @Test
    void refusesMoreKeypadsThanStaffCanHearOfInTime() throws IOException {
        BoardConfig.read(file(keypads(KeypadBus.MOST)));

        assertThatThrownBy(() -> BoardConfig.read(file(keypads(KeypadBus.MOST + 1))))
                .hasMessageContaining(": keypads[0].pads: ")
                .hasMessageContaining("at most 30 keypads on a line, here are 31: use another line");
    }

    private static String keypads(int number) {
        var pads = IntStream.rangeClosed(1, number)
                .mapToObj(n -> "{'address':" + n + ",'counter':" + n + ",'tokenFile':'t'}");
        return "{'keypads':[{'line':'tcp:a:1','pads':[" + pads.collect(Collectors.joining(",")) + "]}]}";
    }

    @Test
    void refusesALineWithTwoWriters() throws IOException {
        var bus = "{'line':'tcp:a:1','protocol':'alpha','boards':[{'address':'01','shows':'main'}]}";
        var file = file("{'buses':[" + bus + "," + bus + "]}");

        assertThatThrownBy(() -> BoardConfig.read(file)).hasMessageContaining("buses: «tcp:a:1» có hai lần");
    }

    @Test
    void saysThatTheFileIsNotThere() {
        var absent = directory.resolve("absent.json");

        assertThatThrownBy(() -> BoardConfig.read(absent))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(absent + ": không có tệp này / no such file");
    }

    private Path file(String json) throws IOException {
        return Files.writeString(directory.resolve("boards.json"), json.replace('\'', '"'));
    }
}
