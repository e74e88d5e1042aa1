package org.waymark.data;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.waymark.directory.DataOutput;
import org.waymark.directory.Routes;
import org.waymark.plan.Frame;
import org.waymark.plan.ServiceData;
import org.waymark.source.Json;
import org.waymark.source.Json.Members;

/**
 * Open Referral data as files: the full objects and the tables of HSDS 3.0, and the same objects where the interface of Open Referral
 * UK has them. A file cannot select, so each list is one page with everything.
 */
final class ServiceFiles {
    private static final String SUBFOLDER = "hsds/";
    private static final String FOLDER = Routes.DATA + SUBFOLDER;

    /** The tabular package, below the folder of data. */
    static final String PACKAGE = SUBFOLDER + DataFiles.PACKAGE;

    /** The page of the specification, and its description of the interface. */
    static final String PROFILE = "https://docs.openreferral.org/";

    static final String DESCRIPTION =
            "https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json";

    private final Frame site;
    private final ServiceData data;
    private final ServiceObjects objects;
    private final Consumer<DataFile> output;

    private ServiceFiles(Frame site, ServiceData data, Consumer<DataFile> output) {
        this.site = site;
        this.data = data;
        this.output = output;
        objects = new ServiceObjects(data);
    }

    /**
     * A sort of object that can be asked for.
     *
     * @param path its name in addresses
     * @param whole an object with all that belongs to it
     * @param inList the same in a list
     */
    private record Collection(
            String path,
            String table,
            Function<Map<String, Object>, Map<String, Object>> whole,
            Function<Map<String, Object>, Map<String, Object>> inList) {}

    /** The names in addresses of what can be asked for. */
    static final List<String> COLLECTIONS =
            List.of("organizations", "service_at_locations", "services", "taxonomies", "taxonomy_terms");

    /** The files with these, below the folder of data. */
    static final List<String> OBJECTS =
            COLLECTIONS.stream().map(name -> SUBFOLDER + name + ".json").toList();

    private List<Collection> collections() {
        return List.of(
                new Collection("organizations", "organization", objects::organization, objects::plain),
                new Collection(
                        "service_at_locations",
                        "service_at_location",
                        objects::serviceAtLocation,
                        objects::serviceAtLocationInList),
                new Collection("services", "service", objects::service, objects::serviceInList),
                new Collection("taxonomies", "taxonomy", objects::plain, objects::plain),
                new Collection("taxonomy_terms", "taxonomy_term", objects::term, objects::term));
    }

    static void make(Frame site, ServiceData data, List<DataOutput> wanted, Consumer<DataFile> output) {
        var files = new ServiceFiles(site, data, output);
        if (wanted.contains(DataOutput.HSDS)) {
            files.collections().forEach(files::objects);
            ServiceTables.make(data, site, FOLDER, output);
        }
        if (wanted.contains(DataOutput.ORUK_API)) {
            files.about();
            files.collections().forEach(files::answers);
        }
    }

    private void objects(Collection collection) {
        var text = new StringBuilder();
        data.rows(collection.table())
                .forEach(row -> text.append(text.isEmpty() ? "[\n" : ",\n")
                        .append(Json.line(collection.whole().apply(row))));
        file(FOLDER + collection.path() + ".json", text.isEmpty() ? "[]\n" : text + "\n]\n");
    }

    private void about() {
        Members about = Json.object()
                .add("version", "3.0")
                .add("profile", PROFILE)
                .add("openapi_url", DESCRIPTION)
                .add("publisher", site.publisher().text());
        file(Routes.API + "index.json", Json.line(about) + "\n");
    }

    private void answers(Collection collection) {
        String folder = Routes.API + collection.path() + "/";
        List<Map<String, Object>> rows = data.rows(collection.table());
        Members page = Json.object()
                .add("total_items", rows.size())
                .add("total_pages", rows.isEmpty() ? 0 : 1)
                .add("page_number", 1)
                .add("size", rows.size())
                .add("first_page", true)
                .add("last_page", true)
                .add("empty", rows.isEmpty())
                .add("contents", objects.all(collection.table(), collection.inList()));
        file(folder + "index.json", Json.line(page) + "\n");
        rows.forEach(row -> file(
                folder + row.get("id") + ".json", Json.line(collection.whole().apply(row)) + "\n"));
    }

    private void file(String path, String text) {
        output.accept(DataFile.of(path, text));
    }
}
