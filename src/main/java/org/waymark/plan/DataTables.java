package org.waymark.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.directory.DataOutput;
import org.waymark.directory.Entry;
import org.waymark.directory.PublishedEntries;
import org.waymark.directory.Routes;
import org.waymark.directory.Site;
import org.waymark.plan.DataColumn.Cardinality;
import org.waymark.plan.DataForm.Part;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Kind;
import org.waymark.schema.Labels;

/** The tables of all kinds that readers see, and the page about them. */
final class DataTables {
    private final PublishedEntries entries;
    private final Site site;
    private final Labels labels;
    private final PageParts parts;
    private final List<DataTable> tables;

    DataTables(Site site, PageParts parts) {
        this.site = site;
        this.parts = parts;
        entries = parts.entries();
        labels = parts.labels();
        tables = site.data().contains(DataOutput.TABLES)
                ? entries.kinds().byPosition().stream().map(this::table).toList()
                : List.of();
    }

    /** In the order of the main navigation; none if the site publishes no data. */
    List<DataTable> all() {
        return tables;
    }

    /** What became of the entries in the tables; nothing without tables. */
    DataChanges changes() {
        return tables.isEmpty() ? DataChanges.none(entries.directory().asOf()) : DataChanges.of(entries.directory());
    }

    private DataTable table(Kind kind) {
        List<Entry> shown = List.copyOf(entries.directory().shown(kind));
        List<Part> fields = new DataForms(entries, site.baseUrl(), labels).parts(kind.fields());
        var columns = new ArrayList<DataColumn>();
        columns.add(own(DataTable.KIND, "data-kind", DataType.TEXT));
        columns.add(own(DataTable.ID, "data-id", DataType.TEXT));
        columns.add(own(DataTable.LABEL, "data-name", DataType.TEXT));
        columns.add(own(DataTable.URL, "data-page", DataType.WEB_ADDRESS));
        Optional<LocalDate> reviewDay =
                Optional.of(entries.directory().asOf()).filter(day -> kind.has(CommonFields.REVIEW_BY));
        reviewDay.ifPresent(day -> columns.add(own(DataTable.OVERDUE, "data-overdue", DataType.YES_NO)));
        fields.forEach(field -> add(columns, List.of(), "", Cardinality.ONE, true, field));
        return new DataTable(
                kind.name(), kind.title(), modified(shown), shown, fields, columns, site.baseUrl(), reviewDay);
    }

    private DataColumn own(String name, String label, DataType type) {
        return new DataColumn(
                List.of(name),
                labels.text(label),
                Optional.empty(),
                type,
                Cardinality.ONE,
                true,
                List.of(),
                Optional.empty());
    }

    /** A column for each single value in a part. */
    private void add(
            List<DataColumn> columns,
            List<String> above,
            String titleAbove,
            Cardinality outer,
            boolean isSure,
            Part part) {
        List<String> path =
                Stream.concat(above.stream(), Stream.of(part.name())).toList();
        String title = titleAbove.isEmpty()
                ? part.title()
                : labels.text("data-part", Map.of("label", titleAbove, "value", part.title()));
        boolean isRequired = isSure && part.isRequired();
        Cardinality number = !part.isList() ? outer : outer == Cardinality.ONE ? Cardinality.ANY : Cardinality.NESTED;
        DataForm form = part.form();
        if (form.parts().isEmpty()) {
            columns.add(new DataColumn(
                    path, title, part.about(), form.type(), number, isRequired, form.choices(), form.target()));
        }
        form.parts().forEach(inner -> add(columns, path, title, number, isRequired, inner.aboutOr(part.about())));
    }

    private static Optional<String> modified(List<Entry> entries) {
        return entries.stream()
                .flatMap(entry -> Stream.concat(entry.added().stream(), entry.reviewed().on().stream()))
                .max(Comparator.naturalOrder())
                .map(Object::toString);
    }

    /** Whether anything is published as data. */
    boolean hasPage() {
        return !site.data().isEmpty() && !entries.kinds().forReaders().isEmpty();
    }

    /** The page that lists the data. */
    Page page() {
        return new Pages.DataPage(
                new Head(
                        Routes.DATA,
                        labels.text("data"),
                        labels.text("data-about"),
                        List.of(parts.home()),
                        Optional.empty(),
                        tables.stream().map(DataTable::modified).reduce(Optional.empty(), SitePlanner::latest),
                        true),
                site.data().contains(DataOutput.TABLES),
                site.data().contains(DataOutput.HSDS),
                site.data().contains(DataOutput.ORUK_API),
                terms(),
                tables.stream().map(this::described).toList());
    }

    /** The page that the shape demands about the licence, under the name of the setting. */
    private Optional<PageLink> terms() {
        return entries.kinds().withPages().stream()
                .flatMap(kind -> kind.statements().stream()
                        .filter(statement -> statement.id().value().equals(Site.LICENCE.name()))
                        .flatMap(statement -> entries.directory().find(kind.name(), statement.id()).stream()))
                .findFirst()
                .map(PageParts::link);
    }

    private Pages.DataPage.Table described(DataTable table) {
        Kind kind = entries.kinds().named(table.name()).orElseThrow();
        return new Pages.DataPage.Table(
                table.name(),
                table.title(),
                parts.count(table.entries().size(), kind),
                table.columns().stream().map(this::described).toList());
    }

    private Pages.DataPage.Column described(DataColumn column) {
        String type = labels.text(column.type().label());
        return new Pages.DataPage.Column(
                column.name(),
                column.title(),
                column.about(),
                column.number() == Cardinality.ONE ? type : labels.text("data-several", Map.of("label", type)));
    }
}
