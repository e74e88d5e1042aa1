package org.waymark.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.waymark.plan.ContentHash;
import org.waymark.plan.SearchContent;
import org.waymark.plan.SearchDocument;
import org.waymark.source.Memo;

/**
 * Writes an index as scripts, since pages opened from disk can load nothing else. A small index is all in {@code
 * index.js}, without the visible words of documents, which the browser indexes itself. A larger one is split into
 * parts of bounded size in a folder named after their content; {@code index.js} lists the first key of each, so that
 * a browser loads only the parts that a query needs.
 */
public final class IndexFiles {
    /** The maximum length of an index in one file, in characters. */
    static final int SMALL = 100_000;

    private static final int TERMS = 8_000;
    private static final int WORDS = 8_000;
    private static final int DOCUMENTS = 4_000;

    /** Excerpts are loaded for individual results, so their parts are as small as the number of files allows. */
    private static final int EXCERPTS = 6_000;

    private static final int EXCERPTS_OF_SMALL = 1_500;

    /** Terms in more documents keep only the best ones, which makes no noticeable difference. */
    private static final int MOST_POSTINGS = 4_000;

    /** Path, name, summary, details, other names, what comes first. */
    private static final int COLUMNS = 6;

    private static final String CALL = "waymarkSearch(";

    private final SearchIndex index;
    private final List<IndexFile> parts = new ArrayList<>();

    private IndexFiles(SearchIndex index) {
        this.index = index;
    }

    /** The files of an index, the first of which is {@code index.js}. */
    public static List<IndexFile> of(SearchContent content) {
        return of(content, SMALL);
    }

    /** The same, with another limit for a single file. */
    public static List<IndexFile> of(SearchContent content, int small) {
        return of(content, small, Memo.create(false));
    }

    static List<IndexFile> of(SearchContent content, int small, Memo<SearchIndex.GroupDocuments, Batch> memo) {
        return new IndexFiles(SearchIndex.of(content, memo)).write(small);
    }

    private List<IndexFile> write(int small) {
        List<IndexPart> terms = cut(termRecords(), TERMS);
        List<List<String>> rows = documentRows();
        List<IndexPart> documents = documentParts(rows);
        int length = Stream.of(terms, documents)
                .flatMap(List::stream)
                .mapToInt(part -> part.text().length())
                .sum();
        List<IndexPart> excerpts = excerptParts(length <= small ? EXCERPTS_OF_SMALL : EXCERPTS);
        addScripts("x", excerpts);
        return length <= small ? single(rows, excerpts) : sharded(terms, documents, excerpts);
    }

    /**
     * A part of the index.
     *
     * @param first the first key
     * @param count the number of records
     */
    private record IndexPart(String first, int count, String text) {}

    /** A key and its value. */
    private record KeyedText(String key, String value) {}

    /** Documents come first and stand in columns, since that compresses best. */
    private List<IndexFile> single(List<List<String>> rows, List<IndexPart> excerpts) {
        String folder = folder();
        var script = call("index").raw("{docs:");
        script.list(columns(rows), script::strings).raw(",");
        head(script);
        script.raw(",terms:")
                .string(cut(hiddenRecords(), Integer.MAX_VALUE).get(0).text());
        return files(script, folder, excerpts);
    }

    private List<IndexFile> sharded(List<IndexPart> terms, List<IndexPart> documents, List<IndexPart> excerpts) {
        List<KeyedText> words = wordRecords();
        List<IndexPart> forwards = cut(words, WORDS);
        List<IndexPart> backwards = cut(reversed(words), WORDS);
        addTexts("t", terms);
        addTexts("w", forwards);
        addTexts("b", backwards);
        addScripts("d", documents);
        String folder = folder();
        var script = call("index").raw("{");
        head(script);
        script.raw(",t:").strings(firsts(terms));
        script.raw(",w:").strings(firsts(forwards));
        script.raw(",b:").strings(firsts(backwards));
        script.raw(",d:").numbers(documents.stream().map(IndexPart::count).toList());
        return files(script, folder, excerpts);
    }

    private String folder() {
        return ContentHash.ofAll(parts.stream().map(IndexFile::text));
    }

    private List<IndexFile> files(ScriptWriter script, String folder, List<IndexPart> excerpts) {
        script.raw(",folder:").string(folder);
        script.raw(",x:").numbers(excerpts.stream().map(IndexPart::count).toList());
        var files = new ArrayList<IndexFile>();
        files.add(new IndexFile("index.js", script.raw("});\n").toString()));
        parts.forEach(part -> files.add(new IndexFile(folder + "/" + part.path(), part.text())));
        return files;
    }

    private static List<String> firsts(List<IndexPart> parts) {
        return parts.stream().map(IndexPart::first).toList();
    }

    private void addTexts(String letter, List<IndexPart> texts) {
        for (int i = 0; i < texts.size(); i++) {
            String name = letter + i;
            addPart(name, call(name).string(texts.get(i).text()));
        }
    }

    private void addScripts(String letter, List<IndexPart> scripts) {
        for (int i = 0; i < scripts.size(); i++) {
            String name = letter + i;
            addPart(name, call(name).raw(scripts.get(i).text()));
        }
    }

    private void addPart(String name, ScriptWriter script) {
        parts.add(new IndexFile(name + ".js", script.raw(");\n").toString()));
    }

    private static ScriptWriter call(String name) {
        return new ScriptWriter().raw(CALL).string(name).raw(",");
    }

    private void head(ScriptWriter script) {
        script.raw("groups:")
                .list(
                        index.content().groups(),
                        group -> script.raw("[")
                                .string(group.label())
                                .raw(",")
                                .number(group.weight())
                                .raw(",")
                                .string(commonPath(group))
                                .raw(",")
                                .number(group.documents().size())
                                .raw(group.explains() ? ",1" : "")
                                .raw("]"));
        addPostcodes(script);
        script.raw(",synonyms:")
                .string(index.synonyms().stream()
                        .map(phrases -> String.join("|", phrases))
                        .collect(Collectors.joining("!")));
    }

    /** For each document that postcodes lead to, its number and their first letters. */
    private void addPostcodes(ScriptWriter script) {
        List<SearchDocument> documents = index.content().groups().stream()
                .flatMap(group -> group.documents().stream())
                .toList();
        List<Integer> found = IntStream.range(0, documents.size())
                .filter(i -> !documents.get(i).postcodes().isEmpty())
                .boxed()
                .toList();
        if (!found.isEmpty()) {
            script.raw(",postcodes:")
                    .list(
                            found,
                            i -> script.raw("[")
                                    .number(i)
                                    .raw(",")
                                    .string(String.join(" ", documents.get(i).postcodes())
                                            .toUpperCase(Locale.ROOT))
                                    .raw("]"));
        }
    }

    /** The slug of a name by simplified rules, which the script shares. */
    private static String slug(String name) {
        var slug = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (letter) {
                slug.append(c < 'a' && c > '9' ? (char) (c + 'a' - 'A') : c);
            } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        return slug.toString();
    }

    private static String commonPath(SearchContent.SearchGroup group) {
        String common = group.documents().get(0).path();
        for (SearchDocument document : group.documents()) {
            String path = document.path();
            int end = 0;
            while (end < Math.min(common.length(), path.length()) && common.charAt(end) == path.charAt(end)) {
                end++;
            }
            common = common.substring(0, end);
        }
        return common;
    }

    private List<KeyedText> termRecords() {
        return index.terms().entrySet().parallelStream()
                .map(term -> new KeyedText(term.getKey(), record(term.getValue())))
                .toList();
    }

    private List<KeyedText> hiddenRecords() {
        var records = new ArrayList<KeyedText>();
        index.terms().forEach((term, postings) -> {
            var text = new StringBuilder();
            postings.writeHiddenTo(text);
            if (!text.isEmpty()) {
                records.add(new KeyedText(term, text.toString()));
            }
        });
        return records;
    }

    private static String record(Postings postings) {
        var text = new StringBuilder(postings.size() * 2 + 8);
        postings.writeTo(text, MOST_POSTINGS);
        return text.toString();
    }

    /** The words for spelling correction, with their frequency as a power of two. */
    private List<KeyedText> wordRecords() {
        return index.terms().entrySet().stream()
                .filter(term -> Character.isLetter(term.getKey().codePointAt(0)))
                .map(term -> new KeyedText(term.getKey(), String.valueOf(frequency(term))))
                .toList();
    }

    private static char frequency(Map.Entry<String, Postings> term) {
        return (char) ('a' + 31 - Integer.numberOfLeadingZeros(term.getValue().documents()));
    }

    /** The same reversed, to correct errors in the first letters. */
    private static List<KeyedText> reversed(List<KeyedText> words) {
        var reversed = new ArrayList<KeyedText>(words.size());
        words.forEach(word -> reversed.add(
                new KeyedText(new StringBuilder(word.key()).reverse().toString(), word.value())));
        reversed.sort((a, b) -> a.key().compareTo(b.key()));
        return reversed;
    }

    /**
     * Splits sorted records into parts: first the keys, then the values, each after an exclamation mark. Keys are
     * front-coded: a capital letter for the length of the prefix shared with the previous key, then the rest.
     */
    private static List<IndexPart> cut(List<KeyedText> entries, int length) {
        var result = new ArrayList<IndexPart>();
        var keys = new StringBuilder();
        var values = new StringBuilder();
        String first = "";
        String previous = "";
        int count = 0;
        for (KeyedText entry : entries) {
            if (count > 0 && keys.length() + values.length() + entry.value().length() > length) {
                result.add(new IndexPart(first, count, keys.append(values).toString()));
                keys.setLength(0);
                values.setLength(0);
                count = 0;
            }
            if (count == 0) {
                first = entry.key();
                previous = "";
            }
            int shared = shared(previous, entry.key());
            keys.append((char) ('A' + shared))
                    .append(entry.key(), shared, entry.key().length());
            values.append('!').append(entry.value());
            previous = entry.key();
            count++;
        }
        result.add(new IndexPart(first, count, keys.append(values).toString()));
        return result;
    }

    /** At most 25, for which there are capital letters. */
    private static int shared(String a, String b) {
        int end = Math.min(25, Math.min(a.length(), b.length()));
        for (int i = 0; i < end; i++) {
            if (a.charAt(i) != b.charAt(i)) {
                return i;
            }
        }
        return end;
    }

    /**
     * The texts from which results take their excerpts, by document. A browser loads those of the results that it
     * shows.
     */
    private List<IndexPart> excerptParts(int most) {
        var result = new ArrayList<IndexPart>();
        var script = new ScriptWriter();
        int count = 0;
        for (SearchContent.SearchGroup group : index.content().groups()) {
            for (SearchDocument document : group.documents()) {
                if (count > 0 && script.length() > most) {
                    result.add(new IndexPart("", count, "[" + script + "]"));
                    script = new ScriptWriter();
                    count = 0;
                }
                script.raw(count == 0 ? "" : ",").string(document.excerpts());
                count++;
            }
        }
        if (count > 0) {
            result.add(new IndexPart("", count, "[" + script + "]"));
        }
        return Collections.unmodifiableList(result);
    }

    /** What results show of each document. */
    private List<List<String>> documentRows() {
        var rows = new ArrayList<List<String>>();
        for (SearchContent.SearchGroup group : index.content().groups()) {
            int path = commonPath(group).length();
            for (SearchDocument document : group.documents()) {
                String end = document.path().substring(path);
                String slug = slug(document.name());
                rows.add(List.of(
                        // Most paths can be derived from the name.
                        end.equals(slug) ? "" : end.equals(slug + "/") ? "/" : end,
                        document.name(),
                        document.summary(),
                        document.details(),
                        String.join("|", document.otherNames()),
                        document.first().orElse("")));
            }
        }
        return rows;
    }

    private static List<List<String>> columns(List<List<String>> rows) {
        return IntStream.range(0, COLUMNS)
                .mapToObj(column -> rows.stream().map(row -> row.get(column)).toList())
                .toList();
    }

    private static List<IndexPart> documentParts(List<List<String>> rows) {
        var result = new ArrayList<IndexPart>();
        var script = new ScriptWriter();
        int count = 0;
        for (List<String> row : rows) {
            if (count > 0 && script.length() > DOCUMENTS) {
                result.add(new IndexPart("", count, "[" + script + "]"));
                script = new ScriptWriter();
                count = 0;
            }
            int filled = COLUMNS;
            while (filled > 1 && row.get(filled - 1).isEmpty()) {
                filled--;
            }
            script.raw(count == 0 ? "" : ",").strings(row.subList(0, filled));
            count++;
        }
        result.add(new IndexPart("", count, "[" + script + "]"));
        return Collections.unmodifiableList(result);
    }
}
