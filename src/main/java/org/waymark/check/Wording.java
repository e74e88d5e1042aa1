package org.waymark.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.directory.Entry;
import org.waymark.directory.GoneEntry;
import org.waymark.markdown.Passage;
import org.waymark.markdown.Prose;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Figure;
import org.waymark.schema.Line;
import org.waymark.schema.Text;

/**
 * The prose of an entry: the fields that contain sentences, then the body. Names, titles of sources, references and
 * addresses are not part of it, since they must stay as they are. Recomputed whenever it is requested.
 */
public final class Wording {
    /** A word capitalised this many times, and never in lower case, is not merely at the start of sentences. */
    private static final int OFTEN = 3;

    private final Entry entry;
    private final List<WordedPassage> fields;
    private final List<WordedPassage> body;
    /** How each word is written throughout the entry, by its hash, once requested. */
    private @Nullable Map<Integer, Usage> usages;

    private Wording(Entry entry, List<WordedPassage> fields, List<WordedPassage> body) {
        this.entry = entry;
        this.fields = fields;
        this.body = body;
    }

    static Wording of(Entry entry) {
        return new Wording(entry, worded(fieldsOf(entry)), worded(bodyOf(entry)));
    }

    /** All the text of an entry that readers see. */
    public static List<Passage> passages(Entry entry) {
        var passages = new ArrayList<>(fieldsOf(entry));
        passages.addAll(bodyOf(entry));
        return passages;
    }

    private static List<WordedPassage> worded(List<Passage> passages) {
        return passages.stream().map(WordedPassage::new).toList();
    }

    private static List<Passage> bodyOf(Entry entry) {
        return entry.body().map(Prose::passages).orElse(List.of());
    }

    private static List<Passage> fieldsOf(Entry entry) {
        var passages = new ArrayList<Passage>();
        if (GoneEntry.isKind(entry.kind())) {
            return passages; // a notice cannot allow a warning
        }
        for (Field<?> field : entry.kind().fields()) {
            if (isProse(field.type())) {
                entry.get(field, String.class)
                        .map(text -> Passage.ofField(
                                text, entry.file(), entry.origin().of(field)))
                        .ifPresent(passages::add);
            }
        }
        entry.all(Figure.class)
                .map(figure -> Passage.ofField(figure.label(), entry.file(), figure.labelSpan()))
                .forEach(passages::add);
        return passages;
    }

    private static boolean isProse(FieldType<?> type) {
        return type instanceof Text || (type instanceof Line line && line.isProse());
    }

    /** How a word is written: in lower case somewhere, or how often with a capital that makes it look like a name. */
    private static final class Usage {
        private boolean isOrdinary;
        private int capitals;
        private boolean isName;
    }

    /**
     * Whether a word seems to be part of a name: from its context, or since the entry always capitalises it,
     * even within sentences.
     */
    boolean isName(WordedPassage passage, int word) {
        if (passage.isName(word)) {
            return true;
        }
        if (!passage.isCapitalised(word)) {
            return false;
        }
        String text = passage.word(word);
        Usage usage = usage(passage.hash(word));
        return text.equals(entry.label()) || (!usage.isOrdinary && (usage.isName || usage.capitals >= OFTEN));
    }

    /** Whether the entry also has the word in lower case. */
    boolean isOrdinary(WordedPassage passage, int word) {
        return usage(passage.hash(word)).isOrdinary;
    }

    private Usage usage(int hash) {
        if (usages == null) {
            usages = new HashMap<>();
            for (WordedPassage passage : all()) {
                for (int i = 0; i < passage.count(); i++) {
                    Usage usage = usages.computeIfAbsent(passage.hash(i), key -> new Usage());
                    if (!passage.isCapitalised(i)) {
                        usage.isOrdinary = true;
                    } else if (passage.passage().kind() != Passage.Kind.HEADING) {
                        usage.capitals++;
                        usage.isName |= passage.isName(i);
                    }
                }
            }
        }
        return usages.getOrDefault(hash, new Usage());
    }

    Entry entry() {
        return entry;
    }

    List<WordedPassage> fields() {
        return fields;
    }

    List<WordedPassage> body() {
        return body;
    }

    /** The fields, then the body. */
    List<WordedPassage> all() {
        var all = new ArrayList<>(fields);
        all.addAll(body);
        return all;
    }
}
