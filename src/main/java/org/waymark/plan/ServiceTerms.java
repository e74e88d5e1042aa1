package org.waymark.plan;

import java.util.Map;
import java.util.stream.Stream;
import org.waymark.directory.Entry;
import org.waymark.directory.PublishedEntries;
import org.waymark.schema.Choice;
import org.waymark.schema.Kind;
import org.waymark.schema.OpenReferral;
import org.waymark.schema.Ref;
import org.waymark.schema.Vocabulary;
import org.waymark.schema.Vocabulary.Option;

/** Adds the rows of taxonomies, of their terms, and of the terms that services have. */
final class ServiceTerms {
    private final ServiceData.Builder data;
    private final ServiceIds ids;
    private final PublishedEntries entries;
    private final String language;

    ServiceTerms(ServiceData.Builder data, ServiceIds ids, PublishedEntries entries, String language) {
        this.data = data;
        this.ids = ids;
        this.entries = entries;
        this.language = language;
    }

    void addTaxonomy(String name, String title, String about) {
        Map<String, Object> row = data.add("taxonomy", ids.of("taxonomy", name));
        row.put("name", title);
        row.put("description", about);
    }

    void ofTaxonomy(Map<String, Object> row, String title, String name) {
        row.put("taxonomy", title);
        row.put("language", language);
        row.put("taxonomy_id", ids.of("taxonomy", name));
    }

    /** The vocabularies whose choices entries of a kind have as attributes. */
    Stream<Vocabulary> vocabularies(Kind kind) {
        return kind.presentation().openReferral().stream()
                .flatMap(declared -> declared.paths("attributes").stream())
                .map(path -> entries.path(kind, path).last().itemType())
                .filter(Choice.class::isInstance)
                .flatMap(type -> ((Choice<?>) type).vocabulary().stream());
    }

    void addTerms(Vocabulary vocabulary) {
        addTaxonomy(
                "vocabulary/" + vocabulary.name(),
                vocabulary.title(),
                vocabulary.about().orElse(vocabulary.title()));
        for (Option option : vocabulary.options()) {
            Map<String, Object> row = data.add("taxonomy_term", ids.of(vocabulary.name(), option));
            row.put("name", option.label());
            row.put("description", option.label());
            option.parent().ifPresent(parent -> row.put("parent_id", ids.of(vocabulary.name(), parent)));
            ofTaxonomy(row, vocabulary.title(), "vocabulary/" + vocabulary.name());
        }
    }

    void addAttribute(Entry entry, Object term) {
        String id = term instanceof Ref ref ? ids.of(entries.get(ref)) : optionId(entry.kind(), (Option) term);
        Map<String, Object> row = data.add("attribute", ids.of(entry, "attribute", id));
        row.put("link_id", ids.of(entry));
        row.put("taxonomy_term_id", id);
        row.put("link_entity", OpenReferral.Type.SERVICE.word());
    }

    /** The term of a choice, in the vocabulary that has it. */
    private String optionId(Kind kind, Option option) {
        return vocabularies(kind)
                .filter(vocabulary -> vocabulary.options().contains(option))
                .findFirst()
                .map(vocabulary -> ids.of(vocabulary.name(), option))
                .orElseThrow();
    }
}
