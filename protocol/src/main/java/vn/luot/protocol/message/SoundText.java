package vn.luot.protocol.message;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.io.Serial;
import java.time.OffsetDateTime;

/** What a text of JSON must be although JSON does not ask for it: whole characters, and times in words. */
final class SoundText {
    static final Module MODULE = new SimpleModule("sound-text")
            .addDeserializer(String.class, new Words())
            .addDeserializer(OffsetDateTime.class, new Times())
            .addSerializer(OffsetDateTime.class, new TimesWritten());

    private SoundText() {}

    /** A surrogate without its other half has no UTF-8: it could be neither kept nor printed. */
    private static final class Words extends StdScalarDeserializer<String> {
        @Serial
        private static final long serialVersionUID = 1L;

        Words() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var text = StringDeserializer.instance.deserialize(parser, context);
            if (text != null && hasHalf(text)) throw new JsonParseException(parser, "half a surrogate pair");
            return text;
        }

        private static boolean hasHalf(String text) {
            for (var i = 0; i < text.length(); i++) {
                if (!Character.isSurrogate(text.charAt(i))) continue;
                var isPair = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                if (!isPair) return true;
                i++;
            }
            return false;
        }
    }

    /** A number would be read as seconds since 1970, which nobody means. */
    private static final class Times extends StdScalarDeserializer<OffsetDateTime> {
        @Serial
        private static final long serialVersionUID = 1L;

        Times() {
            super(OffsetDateTime.class);
        }

        @Override
        public OffsetDateTime deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (OffsetDateTime) context.handleUnexpectedToken(OffsetDateTime.class, parser);
            }
            var usual = Moment.parse(parser.getText());
            return usual.isPresent() ? usual.get() : InstantDeserializer.OFFSET_DATE_TIME.deserialize(parser, context);
        }
    }

    private static final class TimesWritten extends StdScalarSerializer<OffsetDateTime> {
        @Serial
        private static final long serialVersionUID = 1L;

        TimesWritten() {
            super(OffsetDateTime.class);
        }

        @Override
        public void serialize(OffsetDateTime at, JsonGenerator out, SerializerProvider context) throws IOException {
            out.writeString(Moment.text(at));
        }
    }
}
