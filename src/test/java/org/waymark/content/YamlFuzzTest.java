package org.waymark.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.waymark.Places;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;

/** Reads any bytes as YAML: unless reported, it has the same meaning as to another parser, and the span given. */
@Timeout(60)
class YamlFuzzTest {
    /** Here, as in YAML's core schema, these mean that nothing was typed. */
    private static final Set<String> NULLS = Set.of("~", "null", "Null", "NULL");

    @DictionaryFile(resourcePath = "/org/waymark/yaml.dict")
    @FuzzTest
    void readsAnything(byte[] bytes) {
        SourceFile file = SourceFile.decode("content/x.yaml", bytes);
        SourceFile printable = Characters.printable(file);
        int length = printable.text().length();
        Outcome<Value> read = YamlReader.read(printable, 0, length, word -> true);
        Places.assertInside(List.of(printable), read.diagnostics());
        boolean isSound = read.diagnostics().isEmpty();
        read.value().ifPresent(value -> assertPlaces(printable, value, printable.span(0, length), isSound));
        if (isSound) {
            assertEquals(another(printable.text()), read.value().map(YamlFuzzTest::plain));
        }
    }

    /** Verbatim text has the right span; a part is within the whole, except for the remains of broken text. */
    private static void assertPlaces(SourceFile file, Value value, Span whole, boolean isSound) {
        Places.assertInside(file, value.span());
        boolean isPoint = value.span().start().equals(value.span().end());
        assertTrue(
                !isSound
                        || isPoint
                        || whole.start().compareTo(value.span().start()) <= 0
                                && value.span().end().compareTo(whole.end()) <= 0,
                () -> value + " is not within " + whole);
        if (value instanceof Scalar scalar) {
            scalar.written().ifPresent(place -> assertEquals(scalar.text(), Places.text(file, place)));
        } else if (value instanceof Sequence sequence) {
            sequence.items().forEach(item -> assertPlaces(file, item, value.span(), isSound));
        } else if (value instanceof Mapping mapping) {
            for (Member member : mapping.members()) {
                member.value().ifPresent(each -> {
                    assertPlaces(file, member.key(), value.span(), isSound);
                    assertPlaces(file, each, value.span(), isSound);
                });
            }
        }
    }

    private static Object plain(Value value) {
        if (value instanceof Sequence sequence) {
            return sequence.items().stream().map(YamlFuzzTest::plain).toList();
        }
        if (value instanceof Mapping mapping) {
            Map<Object, Object> members = new LinkedHashMap<>();
            mapping.members()
                    .forEach(member -> members.put(
                            member.key().text(),
                            member.value().map(YamlFuzzTest::plain).orElse("nothing")));
            return members;
        }
        return ((Scalar) value).text();
    }

    /** What the text means to a reader that builds trees of nodes: two, where the first entry is empty. */
    private static Optional<Object> another(String text) {
        var compose = new Compose(LoadSettings.builder().build());
        Optional<Object> last = Optional.empty();
        for (Node entry : compose.composeAllFromString(text)) {
            last = Optional.of(plain(entry));
        }
        return last;
    }

    private static Object plain(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(YamlFuzzTest::plain).toList();
        }
        if (node instanceof MappingNode mapping) {
            Map<Object, Object> members = new LinkedHashMap<>();
            mapping.getValue().forEach(pair -> {
                String key = ((ScalarNode) pair.getKeyNode()).getValue();
                members.put(key, plain(pair.getValueNode()));
            });
            return members;
        }
        var scalar = (ScalarNode) node;
        boolean isNull = scalar.isPlain() && NULLS.contains(scalar.getValue());
        return isNull ? "" : scalar.getValue();
    }
}
