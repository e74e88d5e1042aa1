package org.waymark.search;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.waymark.BuiltSite;
import org.waymark.Gzip;
import org.waymark.Settings;
import org.waymark.browser.Chromium;
import org.waymark.browser.WebServer;
import org.waymark.plan.SearchContent;
import org.waymark.source.ProjectReader;

/**
 * Prints what a browser loads for a first query, in directories of three sizes: the requests that a search makes, the
 * gzipped bytes of the script and the index, and those of the page itself. Run it with {@code
 * src/bench/search-size.sh}.
 */
public final class SearchSize {
    private static final List<String> QUERIES = List.of(
            "extended access",
            "visa sponsorship",
            "who has done visa sponsorship",
            "primary care network",
            "leeds enhanced access",
            "covid vaccination centre",
            "social perscribing",
            "patients",
            "vacc");

    private SearchSize() {}

    public static void main(String[] arguments) throws IOException {
        Path site = Files.createTempDirectory("search-size");
        var settings = new Settings(LocalDate.of(2026, 11, 21), Optional.empty());
        BuiltSite.publish(
                BuiltSite.of(ProjectReader.read(Path.of("")), settings).files(), site);
        SearchContent bundled = IndexFilesTest.bundled();
        List<Integer> sizes = arguments.length == 0
                ? List.of(40, 1_000, 10_000)
                : Stream.of(arguments).map(Integer::valueOf).toList();
        for (int size : sizes) {
            SearchContent content = GeneratedContent.of(bundled, size);
            IndexFiles.of(content); // warm-up
            long start = System.nanoTime();
            List<IndexFile> files = IndexFiles.of(content);
            long milliseconds = (System.nanoTime() - start) / 1_000_000;
            long characters =
                    files.stream().mapToLong(file -> file.text().length()).sum();
            System.out.printf(
                    Locale.ROOT,
                    "%n%d case studies: %d files, %d kB, made in %d ms%n",
                    size,
                    files.size(),
                    characters / 1000,
                    milliseconds);
            Path search = site.resolve("search");
            for (IndexFile file : files) {
                Path target = search.resolve(file.path());
                Files.createDirectories(target.getParent());
                Files.writeString(target, file.text());
            }
            measure(site);
        }
        try (Stream<Path> paths = Files.walk(site)) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
        System.exit(0);
    }

    private static void measure(Path site) throws IOException {
        System.out.println("| query | requests | kB gzipped | with the page | ms |");
        System.out.println("| --- | ---: | ---: | ---: | ---: |");
        try (var server = new WebServer(site, "/")) {
            for (String query : QUERIES) {
                try (Page page = Chromium.get().newContext().newPage()) {
                    Set<String> loaded = new LinkedHashSet<>();
                    page.onRequest(request -> loaded.add(request.url()));
                    long start = System.nanoTime();
                    page.navigate(server.url() + "search/?q=" + query.replace(' ', '+'));
                    page.waitForSelector("#wm-results li");
                    long milliseconds = (System.nanoTime() - start) / 1_000_000;
                    long search = 0;
                    int requests = 0;
                    for (String url : loaded) {
                        String path = url.substring(server.url().length());
                        if (path.matches("search/.*[.]js|assets/search[.].*")) {
                            search += Gzip.size(site.resolve(path));
                            requests++;
                        }
                    }
                    long rest = Gzip.size(site.resolve("search/index.html"));
                    System.out.printf(
                            Locale.ROOT,
                            "| %s | %d | %.1f | %.1f | %d |%n",
                            query,
                            requests,
                            search / 1000.0,
                            (search + rest) / 1000.0,
                            milliseconds);
                }
            }
        }
    }
}
