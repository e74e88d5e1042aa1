package org.waymark.check;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.schema.Citation;

/** An entry cites the same page twice, which makes its evidence look stronger than it is. */
final class DuplicateSource implements Rule {
    @Override
    public Code code() {
        return Codes.DUPLICATE_SOURCE;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return directory.entries().stream().flatMap(this::check);
    }

    private Stream<Diagnostic> check(Entry entry) {
        Map<String, Citation> first = new HashMap<>();
        return entry.all(Citation.class).flatMap(source -> {
            Citation earlier = first.putIfAbsent(page(source.url()), source);
            return earlier == null ? Stream.empty() : Stream.of(report(source, earlier));
        });
    }

    /** The address without parts that do not change which page it leads to. */
    private static String page(String url) {
        String address = url.toLowerCase(Locale.ROOT);
        int start = address.startsWith("https://") || address.startsWith("http://") ? address.indexOf("//") + 2 : 0;
        int end = address.endsWith("#") ? address.length() - 1 : address.length();
        return address.substring(start, address.startsWith("/", end - 1) ? end - 1 : end);
    }

    private Diagnostic report(Citation source, Citation earlier) {
        return Diagnostic.of(
                        code(),
                        source.seenSpan(),
                        "this source has the same address as one above: `" + source.url() + "`",
                        "keep one of the two, or correct the address")
                .withNote(earlier.seenSpan(), "the first one is here");
    }
}
