package org.waymark.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.directory.CaseStudy;
import org.waymark.directory.Category;
import org.waymark.directory.Document;
import org.waymark.directory.GlossaryTerm;
import org.waymark.directory.Organisation;
import org.waymark.directory.Service;
import org.waymark.directory.Site;
import org.waymark.directory.TextPage;
import org.waymark.markdown.Passage;
import org.waymark.markdown.Prose;
import org.waymark.schema.Field;

/**
 * What readers read of an entry: the fields that hold sentences, then the body. Names, titles of sources, references and
 * addresses are no part of it, since they must stay as they are. Made anew whenever it is looked at.
 */
public final class Wording {
    private static final List<Field<String>> TEXTS = List.of(
            CaseStudy.TITLE,
            CaseStudy.SUMMARY,
            Category.SUMMARY,
            GlossaryTerm.DEFINITION,
            Service.SUMMARY,
            Site.SUMMARY,
            TextPage.SUMMARY);
    private static final List<Field<Optional<String>>> OPTIONAL_TEXTS =
            List.of(CaseStudy.PERIOD, GlossaryTerm.CHANGED, Organisation.SUMMARY, Site.SUBTITLE);

    /** A word with a capital so many times, and never without one, is no accident of where sentences begin. */
    private static final int OFTEN = 3;

    private final Document document;
    private final List<WordedPassage> fields;
    private final List<WordedPassage> body;
    /** By the hash of a word, how it is written in all of the entry, once someone has asked. */
    private @Nullable Map<Integer, Usage> usages;

    private Wording(Document document, List<WordedPassage> fields, List<WordedPassage> body) {
        this.document = document;
        this.fields = fields;
        this.body = body;
    }

    static Wording of(Document document) {
        return new Wording(document, worded(fieldsOf(document)), worded(bodyOf(document)));
    }

    /** All that readers read of an entry. */
    public static List<Passage> passages(Document document) {
        var passages = new ArrayList<>(fieldsOf(document));
        passages.addAll(bodyOf(document));
        return passages;
    }

    private static List<WordedPassage> worded(List<Passage> passages) {
        return passages.stream().map(WordedPassage::new).toList();
    }

    private static List<Passage> bodyOf(Document document) {
        return document.body().map(Prose::passages).orElse(List.of());
    }

    private static List<Passage> fieldsOf(Document document) {
        var passages = new ArrayList<Passage>();
        for (Field<?> field : document.kind().fields()) {
            if (TEXTS.contains(field) || OPTIONAL_TEXTS.contains(field)) {
                text(document, field)
                        .map(text -> Passage.ofField(
                                text,
                                document.file(),
                                document.fields().origin().of(field)))
                        .ifPresent(passages::add);
            }
        }
        if (document.kind().equals(CaseStudy.KIND)) {
            for (CaseStudy.Figure figure :
                    document.fields().find(CaseStudy.FIGURES).orElse(List.of())) {
                passages.add(Passage.ofField(figure.label(), document.file(), figure.labelSpan()));
            }
        }
        return passages;
    }

    private static Optional<String> text(Document document, Field<?> field) {
        Object value = document.fields().find(field).orElse(null);
        if (value instanceof Optional<?> optional) {
            value = optional.orElse(null);
        }
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** How a word is written: without a capital somewhere, or how often with one that makes it look like a name. */
    private static final class Usage {
        private boolean isOrdinary;
        private int capitals;
        private boolean isName;
    }

    /**
     * Whether a word seems to be a part of a name: where it is, or since the entry writes it with a capital wherever it is,
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
        return text.equals(document.label()) || (!usage.isOrdinary && (usage.isName || usage.capitals >= OFTEN));
    }

    /** Whether the entry has a word in small letters too. */
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

    Document document() {
        return document;
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
