package org.waymark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.content.ContentReader;
import org.waymark.diagnostic.Outcome;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.KindFile;
import org.waymark.schema.Shape;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;
import org.waymark.source.Value.Mapping;

/** Shapes of kinds that a test writes. */
public final class TestShapes {
    private TestShapes() {}

    /** A shape with the vocabularies of the default one. {@code kinds} are their files by name. */
    public static Shape of(String name, Map<String, String> kinds) {
        var decoder = new KindFile(TestKinds.ALL.shape().vocabularies(), Optional.empty());
        List<Kind> decoded = new ArrayList<>();
        kinds.forEach((kind, text) -> {
            SourceFile file = SourceFile.of("content/shape/kinds/" + kind + ".yaml", text);
            Mapping mapping = (Mapping) ContentReader.readYaml(file).value().orElseThrow();
            Outcome<Kind> outcome = decoder.decode(new Id(kind), mapping, Span.startOf(file.path()));
            assertEquals(List.of(), outcome.diagnostics());
            decoded.add(outcome.value().orElseThrow());
        });
        return new Shape(name, decoded, TestKinds.ALL.shape().vocabularies(), List.of());
    }
}
