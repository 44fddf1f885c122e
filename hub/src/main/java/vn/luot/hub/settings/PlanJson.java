package vn.luot.hub.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.CharacterCodingException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.Text;

/** Reads a plan's JSON as strictly as every message, composes its words (NFC), and says where a fault is. */
final class PlanJson {
    private static final ObjectMapper MAPPER =
            Json.MAPPER.copy().registerModule(new SimpleModule().addDeserializer(String.class, new ComposedWords()));

    private static final String MARK_OF_EDITORS = "\ufeff";

    private static final Text WHOLE_NUMBER = new Text("một số nguyên như 12", "a whole number such as 12");

    /** What to write where Java awaits one of these types. */
    private static final Map<Class<?>, Text> SAMPLES = Map.of(
            int.class, WHOLE_NUMBER,
            Integer.class, WHOLE_NUMBER,
            LocalDate.class,
                    new Text("một ngày có thật như \"2026-09-02\"", "a date that exists such as \"2026-09-02\""),
            String.class, new Text("chữ trong dấu ngoặc kép", "words in quotes"),
            LocalTime.class, new Text("giờ như \"07:30\"", "a time such as \"07:30\""),
            DayOfWeek.class, new Text("một ngày như \"MONDAY\"", "a day such as \"MONDAY\""),
            ZoneId.class, new Text("múi giờ như \"Asia/Ho_Chi_Minh\"", "a time zone such as \"Asia/Ho_Chi_Minh\""));

    private PlanJson() {}

    /** @throws BadPlan with the first fault of the JSON or its shape; members may still be missing */
    static Plan read(byte[] json) throws BadPlan {
        try {
            var plan = MAPPER.readValue(text(json), Plan.class);
            if (plan == null) throw new BadPlan(List.of(notAnObject("")));
            return plan;
        } catch (JsonProcessingException e) {
            throw new BadPlan(List.of(problem(e)));
        }
    }

    private static String text(byte[] json) throws BadPlan {
        try {
            var text = Json.decoded(json);
            return text.startsWith(MARK_OF_EDITORS) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BadPlan(List.of(new PlanProblem(
                    "", "tệp không phải UTF-8, hãy lưu lại với mã UTF-8", "the file is not UTF-8: save it as that")));
        }
    }

    private static PlanProblem problem(JsonProcessingException e) {
        if (e.getCause() instanceof NullPointerException absent) return missing(path(e), absent.getMessage());
        if (e instanceof UnrecognizedPropertyException unknown) return unknown(unknown);
        if (e instanceof MismatchedInputException wrong) return wrongKind(path(e), wrong.getTargetType());
        if (e.getCause() instanceof InputCoercionException huge) return wrongKind(path(e), huge.getTargetType());
        return faulty(e);
    }

    /** Records of messages refuse an absent member with an exception that bears its name. */
    private static PlanProblem missing(String path, String member) {
        return Faults.missing(path.isEmpty() ? member : path + "." + member);
    }

    private static PlanProblem unknown(UnrecognizedPropertyException e) {
        var known =
                e.getKnownPropertyIds().stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
        return new PlanProblem(
                path(e),
                "không có mục này, hãy sửa tên hoặc xoá; ở đây chỉ có: " + known,
                "there is no such member: correct its name or delete it; there are: " + known);
    }

    /** @param wanted what Java awaits there; may be absent */
    private static PlanProblem wrongKind(String path, Class<?> wanted) {
        if (wanted != null && Collection.class.isAssignableFrom(wanted)) {
            return new PlanProblem(path, "cần một danh sách [ ]", "write a list [ ]");
        }
        if (wanted != null && wanted.isEnum() && wanted != DayOfWeek.class) return noneOf(path, wanted);
        var sample = wanted == null ? null : SAMPLES.get(wanted);
        if (sample == null) return notAnObject(path);
        return new PlanProblem(path, "cần " + sample.vi(), "write " + sample.en());
    }

    private static PlanProblem noneOf(String path, Class<?> names) {
        var known = Stream.of(names.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
        return new PlanProblem(path, "cần một trong: " + known, "write one of " + known);
    }

    private static PlanProblem notAnObject(String path) {
        return new PlanProblem(path, "cần một đối tượng { }", "write an object { }");
    }

    private static PlanProblem faulty(JsonProcessingException e) {
        var at = e.getLocation();
        return new PlanProblem(
                path(e),
                "JSON viết sai ở dòng " + at.getLineNr() + " cột " + at.getColumnNr() + ", hãy sửa chỗ đó",
                "the JSON is faulty at line " + at.getLineNr() + " column " + at.getColumnNr() + ", correct it there: "
                        + e.getOriginalMessage());
    }

    private static String path(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException located)) return "";
        var path = located.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        return path.startsWith(".") ? path.substring(1) : path;
    }

    private static final class ComposedWords extends StdScalarDeserializer<String> {
        @Serial
        private static final long serialVersionUID = 1L;

        ComposedWords() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Words.composed(StringDeserializer.instance.deserialize(parser, context));
        }
    }
}
