package org.waymark.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.waymark.Places;
import org.waymark.TypedYaml;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.SourceFile;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;

/** However fields are typed, they are read as intended, and each has the right span. */
class YamlPropertyTest {
    @Provide
    Arbitrary<TypedYaml> typed() {
        return TypedYaml.any();
    }

    @Property(seed = "1")
    void readsEveryFormAndKnowsItsPlace(@ForAll("typed") TypedYaml typed) {
        var file = SourceFile.of("content/x.yaml", typed.text());
        Outcome<Value> read = ContentReader.readYaml(file);
        assertEquals(List.of(), read.diagnostics());
        var mapping = (Mapping) read.value().orElseThrow();
        Map<String, Object> meaning = new LinkedHashMap<>();
        var scalars = new ArrayList<String>();
        for (Value.Member member : mapping.members()) {
            assertEquals(member.key().text(), Places.text(file, member.key().span()));
            Value value = member.value().orElseThrow();
            List<Value> parts = value instanceof Sequence sequence ? sequence.items() : List.of(value);
            List<String> texts =
                    parts.stream().map(part -> ((Scalar) part).text()).toList();
            parts.forEach(part -> scalars.add(Places.text(file, part.span())));
            meaning.put(member.key().text(), value instanceof Sequence ? texts : texts.get(0));
        }
        assertEquals(typed.meaning(), meaning);
        assertEquals(typed.scalars(), scalars);
    }
}
