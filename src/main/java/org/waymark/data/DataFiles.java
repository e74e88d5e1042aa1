package org.waymark.data;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.waymark.directory.Routes;
import org.waymark.plan.SitePlan;

/** All files of data that a site publishes. */
public final class DataFiles {
    /** All entries with their texts, one on each line. */
    static final String LINES = "directory.jsonl";

    /** What came, changed and went. */
    static final String CHANGES = "changes.jsonl";

    /** The path of that file below the root of the site. */
    public static final String CHANGES_PATH = Routes.DATA + CHANGES;

    static final String PACKAGE = "datapackage.json";
    static final String CATALOGUE = "catalogue.jsonld";

    /** Those whose extensions some web servers do not know. */
    public static final List<String> OF_RARE_TYPES = List.of(LINES, CHANGES, CATALOGUE);

    /** The names below the folder of the interface at which it answers with a list. */
    public static final List<String> COLLECTIONS = ServiceFiles.COLLECTIONS;

    private DataFiles() {}

    /**
     * Makes the files.
     *
     * @param output receives each file as soon as it is made, from several threads
     */
    public static void make(SitePlan plan, Consumer<DataFile> output) {
        if (!plan.data().isEmpty()) {
            tables(plan, output);
        }
        plan.services().ifPresent(data -> ServiceFiles.make(plan.frame(), data, plan.outputs(), output));
    }

    private static void tables(SitePlan plan, Consumer<DataFile> output) {
        List<TableFiles> tables = plan.data().parallelStream()
                .map(table -> TableFiles.of(table, plan.frame().baseUrl(), output))
                .toList();
        var lines = new ArrayList<byte[]>();
        var digests = new TreeMap<String, String>();
        for (TableFiles table : tables) {
            lines.addAll(table.lines());
            digests.putAll(table.digests());
        }
        output.accept(DataFile.of(Routes.DATA + LINES, lines));
        output.accept(DataFile.of(CHANGES_PATH, ChangeFeed.of(plan.changes(), digests)));
        output.accept(DataFile.of(Routes.DATA + PACKAGE, DataPackage.of(plan.frame(), tables)));
        output.accept(DataFile.of(Routes.DATA + CATALOGUE, Catalogue.of(plan)));
    }
}
