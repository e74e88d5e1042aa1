package org.waymark.tool.links;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.waymark.source.Json;
import org.waymark.tool.links.LinkResult.LinkStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The link cache as JSON: a line for each address, sorted, so diffs are readable. */
public final class LinkCacheText {
    private static final String MARK = "waymark-links";
    private static final String VERSION = "1";
    private static final String CHECKED = "checked";
    private static final String FAILING_SINCE = "failing-since";
    private static final String REASON = "reason";
    private static final String MOVED_TO = "moved-to";
    private static final String DOWNGRADES_TO = "opens-to";
    private static final String RESULT = "result";
    private static final JsonFactory JSON = new JsonFactory();

    private LinkCacheText() {}

    /** Whether a text is meant as a link cache, however broken, or is empty. */
    public static boolean isLinkCache(String text) {
        return text.isBlank() || text.contains("\"" + MARK + "\"");
    }

    public static String of(LinkCache cache) {
        String lines = new TreeMap<>(cache.all())
                .entrySet().stream()
                        .map(each -> "    " + line(each.getKey(), each.getValue()))
                        .collect(Collectors.joining(",\n"));
        return "{\n  \"" + MARK + "\": " + VERSION + ",\n  \"addresses\": {\n" + lines + (lines.isEmpty() ? "" : "\n")
                + "  }\n}\n";
    }

    private static String line(LinkUrl address, LinkRecord record) {
        LinkResult result = record.result();
        // An address is in ASCII and holds neither quotes nor backslashes.
        return "\"" + address + "\": "
                + Json.line(Json.object()
                        .add(RESULT, result.status().name().toLowerCase(Locale.ROOT))
                        .add(CHECKED, record.checked())
                        .add(FAILING_SINCE, record.failingSince())
                        .add(REASON, Optional.of(result.reason()).filter(reason -> !reason.isEmpty()))
                        .add(MOVED_TO, result.movedTo())
                        .add(DOWNGRADES_TO, result.downgradesTo()));
    }

    /** Reads a link cache; empty if the text is broken or was written by a newer version. */
    public static Optional<LinkCache> read(String text) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            var known = new HashMap<LinkUrl, LinkRecord>();
            boolean isOurs = false;
            expect(json, JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (name.equals(MARK)) {
                    isOurs = json.getString().equals(VERSION);
                } else if (json.currentToken() == JsonToken.START_OBJECT) {
                    readAddresses(json, known);
                }
            }
            boolean isWhole = json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null;
            return isOurs && isWhole ? Optional.of(new LinkCache(known)) : Optional.empty();
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void readAddresses(JsonParser json, Map<LinkUrl, LinkRecord> known) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String address = json.currentName();
            expect(json, JsonToken.START_OBJECT);
            LinkRecord each = known(fields(json));
            LinkUrl.of(address).ifPresent(found -> known.put(found, each));
        }
    }

    private static Map<String, String> fields(JsonParser json) {
        var fields = new HashMap<String, String>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            expect(json, JsonToken.VALUE_STRING);
            fields.put(name, json.getString());
        }
        return fields;
    }

    private static LinkRecord known(Map<String, String> fields) {
        var result = new LinkResult(
                LinkStatus.valueOf(fields.getOrDefault(RESULT, "").toUpperCase(Locale.ROOT)),
                SafeMessage.of(fields.getOrDefault(REASON, "")),
                Optional.ofNullable(fields.get(MOVED_TO)).flatMap(LinkUrl::of).map(LinkUrl::toString),
                Optional.ofNullable(fields.get(DOWNGRADES_TO))
                        .flatMap(LinkUrl::of)
                        .map(LinkUrl::toString));
        return new LinkRecord(
                result,
                LocalDate.parse(fields.getOrDefault(CHECKED, "")),
                Optional.ofNullable(fields.get(FAILING_SINCE)).map(LocalDate::parse));
    }

    private static void expect(JsonParser json, JsonToken wanted) {
        if (json.nextToken() != wanted) {
            throw new IllegalArgumentException("expected " + wanted + ", found " + json.currentToken());
        }
    }
}
