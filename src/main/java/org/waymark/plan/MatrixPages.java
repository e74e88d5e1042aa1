package org.waymark.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.waymark.directory.Coverage;
import org.waymark.directory.FieldPath;
import org.waymark.directory.PathValue;
import org.waymark.directory.PublishedEntries;
import org.waymark.directory.Routes;
import org.waymark.directory.SitePath;
import org.waymark.schema.Kind;
import org.waymark.schema.Listing;
import org.waymark.schema.Vocabulary;

/** The pages that count entries by two facets. */
final class MatrixPages {
    private final PublishedEntries entries;
    private final PageParts parts;

    MatrixPages(PageParts parts) {
        this.parts = parts;
        entries = parts.entries();
    }

    List<Supplier<Page>> pages() {
        return entries.kinds().byPosition().stream()
                .filter(kind -> kind.listing().matrix().isPresent())
                .<Supplier<Page>>map(
                        kind -> () -> page(Coverage.of(entries, kind).orElseThrow()))
                .toList();
    }

    private Page page(Coverage coverage) {
        int most = coverage.groups().stream()
                .flatMap(group -> group.rows().stream())
                .flatMap(row -> row.counts().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        List<Coverage.Row> rows = coverage.groups().stream()
                .flatMap(group -> group.rows().stream())
                .toList();
        int cells = rows.size() * coverage.columns().size();
        int filled = (int) rows.stream()
                .flatMap(row -> row.counts().stream())
                .filter(count -> count > 0)
                .count();
        return new Pages.MatrixPage(
                new Head(
                        new SitePath(coverage.matrix().address()),
                        coverage.matrix().title(),
                        coverage.matrix().about(),
                        List.of(parts.home()),
                        section(coverage),
                        Optional.empty(),
                        coverage.total() > 0),
                new Pages.MatrixPage.Words(
                        coverage.kind().noun(), parts.nounOf(coverage.rows()), parts.nounOf(coverage.columnPath())),
                coverage.columns().stream()
                        .map(value -> header(value, coverage.columnPath()))
                        .toList(),
                coverage.groups().stream()
                        .map(group -> new Pages.MatrixPage.Rows(
                                group.value().map(value -> header(value, coverage.rows())),
                                group.rows().stream()
                                        .map(row -> row(row, coverage, most))
                                        .toList()))
                        .toList(),
                cells - filled,
                cells,
                coverage.totals().stream().map(parts.labels()::number).toList(),
                parts.labels().number(coverage.total()));
    }

    private Pages.MatrixPage.Row row(Coverage.Row row, Coverage coverage, int most) {
        return new Pages.MatrixPage.Row(
                header(row.value(), coverage.rows()),
                IntStream.range(0, row.counts().size())
                        .mapToObj(column -> cell(row, column, coverage, most))
                        .toList(),
                parts.labels().number(row.total()));
    }

    private Pages.MatrixPage.Cell cell(Coverage.Row row, int column, Coverage coverage, int most) {
        int count = row.counts().get(column);
        Kind kind = coverage.kind();
        return new Pages.MatrixPage.Cell(
                parts.labels().number(count),
                parts.count(count, kind),
                Proportions.of(count, most),
                count == 0 || kind.listing().style() != Listing.Style.FINDER
                        ? Optional.empty()
                        : Optional.of(Routes.ofListBy(
                                kind,
                                facet(kind, coverage.matrix().rows()),
                                id(coverage.rows(), row.value()),
                                facet(kind, coverage.matrix().columns()),
                                id(coverage.columnPath(), coverage.columns().get(column)))));
    }

    private static Listing.Facet facet(Kind kind, String word) {
        return kind.listing().facet(word).orElseThrow();
    }

    private static String id(FieldPath path, PathValue value) {
        return path.idOf(value).orElseThrow();
    }

    private Pages.MatrixPage.Header header(PathValue value, FieldPath path) {
        return new Pages.MatrixPage.Header(Trail.of(value, parts.labels()), PageParts.pageOf(value, path));
    }

    /** The navigation item that it belongs to: the list of the choices of its columns, or of the entries it counts. */
    private static Optional<String> section(Coverage coverage) {
        return coverage.columnPath()
                .vocabulary()
                .filter(Vocabulary::hasPages)
                .map(vocabulary -> PageParts.listLink(vocabulary).path())
                .or(() -> Optional.of(PageParts.listLink(coverage.kind()).path()));
    }
}
