package org.waymark.tool.data;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Span;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** A value of JSON, and where it begins. */
sealed interface JsonItem {
    Span span();

    /** A text, a number, an answer, or nothing. */
    record One(Cell cell) implements JsonItem {
        @Override
        public Span span() {
            return cell.span();
        }
    }

    /** A list. */
    record Several(List<JsonItem> items, Span span) implements JsonItem {}

    /** An object. */
    record Named(Map<String, JsonItem> members, Span span) implements JsonItem {
        /** A text or number of it; empty for none, and for any other value. */
        String text(String name) {
            return members.get(name) instanceof One one ? one.cell().text() : "";
        }
    }

    /** The values of a file, of which there may be one on each line. */
    static Outcome<List<JsonItem>> read(String path, byte[] bytes) {
        Outcome<String> text = TableText.decode(path, bytes);
        if (text.value().isEmpty()) {
            return Outcome.failed(text.diagnostics());
        }
        try (JsonParser json = Reader.JSON.createParser(
                ObjectReadContext.empty(), new StringReader(text.value().get()))) {
            var items = new ArrayList<JsonItem>();
            var reader = new Reader(path, json);
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                items.add(reader.item(token));
            }
            return Outcome.of(items);
        } catch (JacksonException e) {
            Span span = e.getLocation() == null ? Span.startOf(path) : Reader.at(path, e.getLocation());
            return Outcome.failed(Diagnostic.of(
                    Codes.INVALID_TABLE,
                    span,
                    "the file is not JSON from here on, or an object names something twice",
                    "export it again from the program that wrote it"));
        }
    }

    /** Reads values with their places. */
    record Reader(String path, JsonParser json) {
        private static final JsonFactory JSON = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();

        private JsonItem item(JsonToken token) {
            Span span = at(path, json.currentTokenLocation());
            if (token == JsonToken.START_OBJECT) {
                var members = new LinkedHashMap<String, JsonItem>();
                while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = json.currentName();
                    members.put(name, item(json.nextToken()));
                }
                return new Named(members, span);
            }
            if (token == JsonToken.START_ARRAY) {
                var items = new ArrayList<JsonItem>();
                for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
                    items.add(item(next));
                }
                return new Several(items, span);
            }
            return new One(
                    switch (token) {
                        case VALUE_TRUE -> new Cell("yes", Cell.Form.YES_NO, span);
                        case VALUE_FALSE -> new Cell("no", Cell.Form.YES_NO, span);
                        case VALUE_NULL -> new Cell("", Cell.Form.YES_NO, span);
                        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Cell(json.getString(), Cell.Form.NUMBER, span);
                        default -> new Cell(json.getString().strip(), Cell.Form.TEXT, span);
                    });
        }

        private static Span at(String path, TokenStreamLocation location) {
            int line = Math.max(1, location.getLineNr());
            int column = Math.max(1, location.getColumnNr());
            return new Span(path, line, column, line, column + 1);
        }
    }
}
