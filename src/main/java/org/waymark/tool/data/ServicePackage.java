package org.waymark.tool.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Span;

/** A tabular package of Open Referral data: a description, and a file of comma-separated values for each table. */
public final class ServicePackage {
    /** The description, by which a package is recognised. */
    public static final String DESCRIPTION = "datapackage.json";

    private static final int MOST_FILES = 1000;
    private static final long MOST_BYTES = 64L << 20;

    private final ServiceRecords records;

    private ServicePackage(ServiceRecords records) {
        this.records = records;
    }

    ServiceRecords records() {
        return records;
    }

    /** Whether a file of this name may be a package. */
    public static boolean isOne(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".zip") || name.endsWith(DESCRIPTION);
    }

    /** Reads a package that is a single file. */
    public static Outcome<ServicePackage> unzipped(String path, byte[] zip) {
        Map<String, byte[]> files = new HashMap<>();
        long size = 0;
        int members = 0;
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, MOST_BYTES - size + 1));
                size += bytes.length;
                members++;
                if (files.put(entry.getName(), bytes) != null) {
                    return invalid(
                            path, "the package has two files called `" + entry.getName() + "`", "export it again");
                }
                if (size > MOST_BYTES || members > MOST_FILES) {
                    return invalid(
                            path,
                            "the package has more than " + MOST_FILES + " files, or " + (MOST_BYTES >> 20)
                                    + " MB once it is unpacked",
                            "import a part of it at a time");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return invalid(path, "the package is damaged, or is not a zip file", "export it again");
        }
        Optional<String> description = files.keySet().stream()
                .filter(name -> name.equals(DESCRIPTION) || name.endsWith("/" + DESCRIPTION))
                .min((a, b) -> a.length() - b.length());
        if (description.isEmpty()) {
            return invalid(
                    path,
                    "the archive has no `" + DESCRIPTION + "`",
                    "a tabular package of Open Referral data has one; import a spreadsheet as .csv or .xlsx");
        }
        String folder = description.get().substring(0, description.get().length() - DESCRIPTION.length());
        return of(path + "/" + folder, name -> Optional.ofNullable(files.get(folder + name)));
    }

    /**
     * Reads a package.
     *
     * @param folder its path with a slash at the end, for findings
     * @param files the content of a file of the package, if there is one
     */
    public static Outcome<ServicePackage> of(String folder, Function<String, Optional<byte[]>> files) {
        String path = folder + DESCRIPTION;
        Optional<byte[]> description = files.apply(DESCRIPTION);
        if (description.isEmpty()) {
            return invalid(folder, "the folder has no `" + DESCRIPTION + "`", "name the folder that has one");
        }
        Outcome<List<JsonItem>> items = JsonItem.read(path, description.get());
        if (items.value().isEmpty()) {
            return Outcome.failed(items.diagnostics());
        }
        var records = new ServiceRecords();
        for (Map.Entry<String, Resource> each : resources(items.value().get()).entrySet()) {
            Optional<byte[]> csv = files.apply(each.getKey());
            if (csv.isPresent()) {
                Outcome<Table> table = CsvTable.read(folder + each.getKey(), csv.get(), row -> (int)
                        row.stream().filter(each.getValue().columns()::contains).count());
                if (table.value().isEmpty()) {
                    return Outcome.failed(table.diagnostics());
                }
                add(records, each.getValue().table(), table.value().get());
            }
        }
        return Outcome.of(new ServicePackage(records));
    }

    /** A table of the package. */
    private record Resource(String table, Set<String> columns) {}

    /** The tables by their files. Files elsewhere are not part of a package. */
    private static Map<String, Resource> resources(List<JsonItem> description) {
        Map<String, Resource> found = new LinkedHashMap<>();
        description.stream()
                .filter(JsonItem.Named.class::isInstance)
                .flatMap(item -> items(((JsonItem.Named) item).members().get("resources")))
                .filter(resource -> resource.text("path").matches("[\\w.-]++(?:/[\\w.-]++)*+")
                        && !resource.text("path").contains(".."))
                .forEach(resource -> found.put(
                        resource.text("path"),
                        new Resource(
                                resource.text("name"),
                                resource.members().get("schema") instanceof JsonItem.Named schema
                                        ? items(schema.members().get("fields"))
                                                .map(field -> field.text("name"))
                                                .collect(Collectors.toSet())
                                        : Set.of())));
        return found;
    }

    private static Stream<JsonItem.Named> items(@Nullable JsonItem item) {
        return item instanceof JsonItem.Several list
                ? list.items().stream().filter(JsonItem.Named.class::isInstance).map(JsonItem.Named.class::cast)
                : Stream.empty();
    }

    private static void add(ServiceRecords records, String name, Table table) {
        if (table.rows().isEmpty()) {
            return;
        }
        List<String> columns = table.rows().get(0).texts();
        for (Table.Row row : table.rows().subList(1, table.rows().size())) {
            int id = columns.indexOf("id");
            String key =
                    id >= 0 && id < row.cells().size() ? row.cells().get(id).text() : "";
            ServiceRecords.Row added = records.add(
                    name, key.isEmpty() ? "row-" + row.number() : key, Span.ofCell(table.path(), row.number(), 1));
            for (int i = 0; i < Math.min(columns.size(), row.cells().size()); i++) {
                if (!row.cells().get(i).isBlank()) {
                    added.cells().putIfAbsent(columns.get(i), row.cells().get(i));
                }
            }
        }
    }

    private static Outcome<ServicePackage> invalid(String path, String message, String help) {
        return Outcome.failed(Diagnostic.of(Codes.INVALID_TABLE, Span.startOf(path), message, help));
    }
}
