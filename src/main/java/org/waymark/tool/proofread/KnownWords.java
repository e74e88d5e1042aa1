package org.waymark.tool.proofread;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.Site;
import org.waymark.markdown.Words;
import org.waymark.schema.Citation;
import org.waymark.schema.Line;

/** Words that are correct because the directory uses them as names: terms, organisations, services and places. */
final class KnownWords {
    private KnownWords() {}

    static List<String> of(Directory directory) {
        Set<String> words = new LinkedHashSet<>();
        for (Entry entry : directory.entries()) {
            names(entry).forEach(name -> addWords(words, name));
        }
        directory.kinds().shape().vocabularies().values().stream()
                .flatMap(vocabulary -> vocabulary.options().stream())
                .forEach(option -> addWords(words, option.label()));
        words.addAll(HouseStyle.WORDS);
        return new ArrayList<>(words);
    }

    private static Stream<String> names(Entry entry) {
        Stream<String> single = entry.kind().fields().stream()
                .filter(field -> field.type() instanceof Line line && !line.isProse())
                .flatMap(field -> entry.get(field, String.class).stream());
        Stream<String> publisher = entry.find(Site.PUBLISHER).map(Site.Publisher::name).stream();
        Stream<String> known = entry.fields().items(Site.KNOWN_WORDS, String.class).stream();
        Stream<String> publishers = entry.all(Citation.class).map(Citation::publisher);
        return Stream.of(single, publisher, known, publishers, entry.alternativeNames().stream())
                .flatMap(stream -> stream);
    }

    /** Adds the words of a name, whole and split at hyphens. */
    private static void addWords(Set<String> words, String name) {
        for (int at = Words.next(name, 0); at < name.length(); at = Words.next(name, Words.end(name, at))) {
            String word = name.substring(at, Words.end(name, at));
            words.add(word);
            words.addAll(List.of(word.split("[-/&]", -1)));
            words.add(word + "s");
        }
        words.remove("");
    }
}
