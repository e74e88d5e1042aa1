package org.waymark.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.waymark.diagnostic.Outcome;
import org.waymark.schema.Choice;
import org.waymark.schema.FieldType;
import org.waymark.schema.ListOf;
import org.waymark.schema.YesNo;
import org.waymark.source.Value;
import org.waymark.source.Value.Sequence;

/** Which data are published: {@code no}, {@code yes} for the usual ones, or a list of forms. */
final class DataSetting implements FieldType.CustomType<List<DataOutput>> {
    /** What a site publishes by default. */
    static final List<DataOutput> USUAL = List.of(DataOutput.TABLES);

    private static final Choice<DataOutput> FORM = new Choice<>(forms());
    private static final Choice<List<DataOutput>> WORD = new Choice<>(words());
    private static final ListOf<DataOutput> FORMS = new ListOf<>(FORM);

    private static Map<String, DataOutput> forms() {
        var forms = new LinkedHashMap<String, DataOutput>();
        for (DataOutput form : DataOutput.values()) {
            forms.put(form.name().toLowerCase(Locale.ROOT).replace('_', '-'), form);
        }
        return forms;
    }

    private static Map<String, List<DataOutput>> words() {
        var words = new LinkedHashMap<String, List<DataOutput>>();
        words.put("no", List.of());
        words.put("yes", USUAL);
        forms().forEach((word, form) -> words.put(word, List.of(form)));
        return words;
    }

    @Override
    public Outcome<List<DataOutput>> decode(String name, Value value) {
        return value instanceof Sequence ? FORMS.decode(name, value) : WORD.decode(name, value);
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("anyOf", List.of(new YesNo().schema(), FORM.schema(), FORMS.schema()));
    }

    @Override
    public String example() {
        return "no";
    }

    @Override
    public List<String> choices() {
        return WORD.choices();
    }
}
