package org.waymark.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.waymark.markdown.Prose;
import org.waymark.plan.SearchContent;
import org.waymark.plan.SearchDocument;
import org.waymark.source.SourceFile;

/**
 * A directory of any size with a natural vocabulary: the words of a real one by frequency, then increasingly rare
 * invented ones, by Zipf's law. The same in every run.
 */
public final class GeneratedContent {
    private static final int VOCABULARY = 60_000;
    private static final String[] SYLLABLES =
            "ba ce di fo gu la me ni or pu ra se ti vo wa ken lin mar nor pel ros sten ter ven wick".split(" ");

    private static final Prose HEADINGS = Prose.parse(
            SourceFile.of("made-up.md", "## Challenge\n## What was done\n## Results\n## What was learned\n"), 0);

    private final Random random = new Random(7);
    private final String[] words = new String[VOCABULARY];
    private final double[] chances = new double[VOCABULARY];

    private GeneratedContent(SearchContent base) {
        Map<String, Integer> counts = new HashMap<>();
        base.groups().stream()
                .flatMap(group -> group.documents().stream())
                .flatMap(document -> Stream.of((document.summary() + " " + document.text()).split("[^A-Za-z&-]+")))
                .filter(word -> !word.isEmpty())
                .forEach(word -> counts.merge(word, 1, Integer::sum));
        List<String> real = counts.keySet().stream()
                .sorted(Comparator.comparing((String word) -> -counts.get(word)).thenComparing(word -> word))
                .toList();
        double sum = 0;
        for (int rank = 0; rank < VOCABULARY; rank++) {
            words[rank] = rank < real.size() ? real.get(rank) : madeUp(rank);
            sum += 1 / Math.pow(rank + 2.7, 1.05);
            chances[rank] = sum;
        }
    }

    /** A directory to which case studies have been added, with one organisation for every five of them. */
    public static SearchContent of(SearchContent base, int caseStudies) {
        var generated = new GeneratedContent(base);
        return new SearchContent(
                base.groups().stream()
                        .map(group -> switch (group.label()) {
                            case "Case study" ->
                                generated.with(
                                        group, caseStudies - group.documents().size());
                            case "Organisation" -> generated.with(group, caseStudies / 5);
                            default -> group;
                        })
                        .toList(),
                base.synonyms());
    }

    private SearchContent.SearchGroup with(SearchContent.SearchGroup group, int more) {
        var documents = new ArrayList<>(group.documents());
        for (int i = 0; i < more; i++) {
            boolean study = group.label().equals("Case study");
            documents.add(new SearchDocument(
                    group.documents().get(0).path().replaceAll("[^/]+/$", "made-up-" + i + "/"),
                    text(study ? 8 : 3),
                    List.of(),
                    study ? text(19) : "",
                    Optional.empty(),
                    text(3) + " · " + text(1),
                    study ? Optional.of(HEADINGS) : Optional.empty(),
                    study ? List.of(text(340)) : List.of()));
        }
        return new SearchContent.SearchGroup(group.label(), group.weight(), group.explains(), documents);
    }

    private String text(int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(i == 0 ? "" : " ").append(word());
        }
        return text.toString();
    }

    private String word() {
        double chance = random.nextDouble() * chances[VOCABULARY - 1];
        int low = 0;
        int high = VOCABULARY - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (chances[middle] < chance) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return words[low];
    }

    private String madeUp(int rank) {
        var word = new StringBuilder();
        for (int rest = rank * 7 + 11; rest > 0; rest /= SYLLABLES.length) {
            word.append(SYLLABLES[rest % SYLLABLES.length]);
        }
        return word.append(random.nextInt(3) == 0 ? "ing" : "").toString();
    }
}
