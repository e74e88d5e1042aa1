package org.waymark.source;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * Writes JSON (RFC 8259) from a tree of {@link Members}, maps, lists, numbers and booleans; anything else is written
 * as its text. Jackson's data binding would take a quarter of a second to start, longer than a small build.
 */
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** The members of an object, in insertion order. */
    public static final class Members {
        private final List<String> names = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        private Members() {}

        public Members add(String name, Object value) {
            names.add(name);
            values.add(value);
            return this;
        }

        /** Adds nothing if the value is missing. */
        public Members add(String name, Optional<?> value) {
            value.ifPresent(present -> add(name, present));
            return this;
        }
    }

    /** An empty object. */
    public static Members object() {
        return new Members();
    }

    /** On one line, without spaces. */
    public static String line(Object value) {
        return write(ObjectWriteContext.empty(), value);
    }

    /** Indented, for people to read. */
    public static String indented(Object value) {
        return write(new Indented(), value);
    }

    /** On one line, for a {@code script} element, with nothing that could end the element or begin a comment. */
    public static String inElement(Object value) {
        // JSON has these characters only in strings, where any character may be escaped (section 7).
        return line(value).replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
    }

    private static String write(ObjectWriteContext context, Object value) {
        var text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(context, text)) {
            write(json, value);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Object value) {
        if (value instanceof Members members) {
            json.writeStartObject();
            for (int i = 0; i < members.names.size(); i++) {
                json.writeName(members.names.get(i));
                write(json, members.values.get(i));
            }
            json.writeEndObject();
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            map.forEach((name, each) -> {
                json.writeName(String.valueOf(name));
                write(json, each);
            });
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            list.forEach(each -> write(json, each));
            json.writeEndArray();
        } else if (value instanceof Integer || value instanceof Long) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else {
            json.writeString(value.toString());
        }
    }

    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        }
    }
}
