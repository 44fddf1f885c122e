package vn.luot.kiosk.printer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.util.stream.Collectors;
import vn.luot.protocol.message.Text;

/** Where a file that a person wrote is wrong: the line, the key, and why. */
final class JsonFault {
    private JsonFault() {}

    static Text of(IOException fault) {
        if (!(fault instanceof JsonProcessingException json)) return new Text(fault.getMessage(), fault.getMessage());
        var line = json.getLocation() == null ? 0 : json.getLocation().getLineNr();
        var key = fault instanceof JsonMappingException mapping ? path(mapping) : "";
        var named = key.isEmpty() ? "" : " «" + key + "»";
        // A record's refusal is written in both languages; the parser's own words are English.
        var why = why(json).split(" / ", 2);
        return new Text("dòng " + line + named + ": " + why[0], "line " + line + named + ": " + why[why.length - 1]);
    }

    /** Such as lines[3].style; on one line, whatever somebody wrote for a key. */
    private static String path(JsonMappingException fault) {
        return fault.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "")
                .replaceAll("\\p{Cntrl}", " ");
    }

    /** What the record said, where it said something: a constructor's refusal comes wrapped. */
    private static String why(JsonProcessingException fault) {
        var cause = fault.getCause() instanceof IllegalArgumentException refusal ? refusal.getMessage() : null;
        var said = cause != null ? cause : fault.getOriginalMessage();
        return said.lines().findFirst().orElse("").replaceFirst(" \\(start marker at .*", "");
    }
}
