package org.waymark.tool.proofread;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.waymark.directory.CaseStudy;
import org.waymark.directory.Category;
import org.waymark.directory.Directory;
import org.waymark.directory.Document;
import org.waymark.directory.GlossaryTerm;
import org.waymark.directory.Organisation;
import org.waymark.directory.Region;
import org.waymark.directory.Service;
import org.waymark.directory.Site;
import org.waymark.markdown.Words;
import org.waymark.schema.Field;

/** Words that are correct because the directory uses them as names: terms, organisations, services and places. */
final class KnownWords {
    private KnownWords() {}

    static List<String> of(Directory directory) {
        Set<String> words = new LinkedHashSet<>();
        for (Document document : directory.documents()) {
            names(document).forEach(name -> addWords(words, name));
        }
        Stream.of(Region.values()).forEach(region -> addWords(words, region.label()));
        words.addAll(HouseStyle.WORDS);
        return new ArrayList<>(words);
    }

    private static Stream<String> names(Document document) {
        Stream<String> single = Stream.of(
                        GlossaryTerm.TERM,
                        Organisation.NAME,
                        Organisation.PLACE,
                        CaseStudy.PLACE,
                        Service.NAME,
                        Category.NAME)
                .filter(document.kind().fields()::contains)
                .flatMap(field -> document.fields().find(field).stream());
        Stream<String> expansion = document.kind().equals(GlossaryTerm.KIND)
                ? document.fields().find(GlossaryTerm.EXPANSION).flatMap(text -> text).stream()
                : Stream.empty();
        Stream<String> publisher = document.kind().equals(Site.KIND)
                ? document.fields().find(Site.PUBLISHER).map(Site.Publisher::name).stream()
                : Stream.empty();
        Stream<String> lists = Stream.of(GlossaryTerm.ALSO, Service.ALSO_KNOWN_AS, Site.KNOWN_WORDS)
                .filter(document.kind().fields()::contains)
                .flatMap(field -> document.fields().find(field).stream())
                .flatMap(List::stream);
        return Stream.of(single, expansion, publisher, lists, publishers(document))
                .flatMap(stream -> stream);
    }

    private static Stream<String> publishers(Document document) {
        Field<List<CaseStudy.Source>> sources = CaseStudy.SOURCES;
        return document.kind().fields().contains(sources)
                ? document.fields().find(sources).stream().flatMap(List::stream).map(CaseStudy.Source::publisher)
                : Stream.empty();
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
