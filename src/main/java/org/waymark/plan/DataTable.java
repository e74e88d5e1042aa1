package org.waymark.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.directory.Entry;
import org.waymark.directory.Routes;
import org.waymark.plan.DataForm.Part;
import org.waymark.schema.PartialDate;
import org.waymark.schema.Placed;

/**
 * The entries of a kind as data. Its records are created at each call and not kept, since they take as much memory as
 * all entries.
 */
public final class DataTable {
    /** What each entry has in addition to its fields, whose names never begin like these. */
    public static final String KIND = "_kind";

    public static final String ID = "_id";
    public static final String LABEL = "_label";
    public static final String URL = "_url";
    public static final String OVERDUE = "_overdue";
    public static final String TEXT = "_text";

    private final String name;
    private final String title;
    private final Optional<String> modified;
    private final List<Entry> entries;
    private final List<Part> parts;
    private final List<DataColumn> columns;
    private final String baseUrl;
    private final Optional<LocalDate> reviewDay;

    /** @param reviewDay the day on which reviews are late or not; empty if the kind records none */
    DataTable(
            String name,
            String title,
            Optional<String> modified,
            List<Entry> entries,
            List<Part> parts,
            List<DataColumn> columns,
            String baseUrl,
            Optional<LocalDate> reviewDay) {
        this.name = name;
        this.title = title;
        this.modified = modified;
        this.entries = List.copyOf(entries);
        this.parts = List.copyOf(parts);
        this.columns = List.copyOf(columns);
        this.baseUrl = baseUrl;
        this.reviewDay = reviewDay;
    }

    /** The name of the kind, and of the files of the table without their extensions. */
    public String name() {
        return name;
    }

    /** What the entries are called: {@code Case studies}. */
    public String title() {
        return title;
    }

    /** The last day on which an entry was added or reviewed, if known (ISO 8601). */
    public Optional<String> modified() {
        return modified;
    }

    public List<DataColumn> columns() {
        return columns;
    }

    /** By id. */
    public List<Entry> entries() {
        return entries;
    }

    /**
     * An entry of the table, with its fields by name. Values are texts, numbers, booleans, lists and maps of these; what
     * an entry does not have is missing.
     */
    public Map<String, Object> record(Entry entry) {
        var record = new LinkedHashMap<String, Object>();
        record.put(KIND, name);
        record.put(ID, entry.id().value());
        record.put(LABEL, entry.label());
        record.put(URL, baseUrl + Routes.of(entry));
        reviewDay.ifPresent(day -> record.put(OVERDUE, entry.reviewed().isOverdue(day)));
        add(record, parts, entry.fields());
        return record;
    }

    private static void add(Map<String, Object> record, List<Part> parts, Object whole) {
        for (Part part : parts) {
            part.get()
                    .apply(whole)
                    .map(value -> data(part.form(), value))
                    .ifPresent(value -> record.put(part.name(), value));
        }
    }

    private static Object data(DataForm form, Object value) {
        if (value instanceof List<?> list) {
            var items = new ArrayList<Object>(list.size());
            list.forEach(item -> items.add(data(form, item)));
            return items;
        } else if (value instanceof Placed<?> placed) {
            return data(form, placed.value());
        } else if (!form.parts().isEmpty()) {
            var object = new LinkedHashMap<String, Object>();
            add(object, form.parts(), value);
            return object;
        } else if (value instanceof java.lang.Number || value instanceof Boolean) {
            return value;
        }
        return value instanceof PartialDate date ? date.iso() : value.toString();
    }
}
