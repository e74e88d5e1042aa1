package org.waymark.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.waymark.directory.DataOutput;
import org.waymark.directory.Routes;
import org.waymark.plan.DataTable;
import org.waymark.plan.Frame;
import org.waymark.plan.SitePlan;
import org.waymark.source.Json;
import org.waymark.source.Json.Members;

/**
 * The entry for data catalogues: a record in the W3C vocabulary DCAT 3, as JSON-LD. What is named by its address has its type beside
 * it, since the shapes of DCAT-AP ask for that and whoever reads the record fetches nothing else.
 */
final class Catalogue {
    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
    private static final String DATA_PACKAGE = "https://datapackage.org/standard/data-package/";

    /** Names of datasets beside those of kinds, which do not begin with an underscore. */
    private static final String DIRECTORY = "_directory";

    private static final String OPEN_REFERRAL = "_open-referral";
    private static final Map<String, String> PREFIXES = Map.of(
            "dcat", "http://www.w3.org/ns/dcat#",
            "dct", "http://purl.org/dc/terms/",
            "foaf", "http://xmlns.com/foaf/0.1/",
            "rdfs", "http://www.w3.org/2000/01/rdf-schema#",
            "vcard", "http://www.w3.org/2006/vcard/ns#",
            "xsd", "http://www.w3.org/2001/XMLSchema#");

    private final Frame site;
    private final String folder;

    private Catalogue(Frame site) {
        this.site = site;
        folder = site.baseUrl() + Routes.DATA;
    }

    static String of(SitePlan plan) {
        boolean hasServices = plan.services().isPresent();
        return Json.indented(new Catalogue(plan.frame())
                        .catalogue(
                                plan.data(),
                                hasServices && plan.outputs().contains(DataOutput.HSDS),
                                hasServices && plan.outputs().contains(DataOutput.ORUK_API)))
                + "\n";
    }

    private Members catalogue(List<DataTable> tables, boolean hasServices, boolean hasInterface) {
        Optional<String> modified =
                tables.stream().flatMap(table -> table.modified().stream()).max(String::compareTo);
        var datasets = new ArrayList<Members>();
        datasets.add(whole(modified));
        tables.forEach(table -> datasets.add(dataset(table)));
        if (hasServices) {
            datasets.add(services(modified));
        }
        return Json.object()
                .add("@context", new TreeMap<>(PREFIXES))
                .add("@id", folder + "#catalogue")
                .add("@type", "dcat:Catalog")
                .add("dct:title", words(site.title()))
                .add("dct:description", words(site.summary()))
                .add("dct:language", language())
                .add("dct:publisher", publisher())
                .add("foaf:homepage", typed("foaf:Document", site.baseUrl()))
                .add("dct:license", licence())
                .add("dct:rights", rights())
                .add("dcat:dataset", datasets)
                .add("dcat:service", hasInterface ? Optional.of(answers(hasServices)) : Optional.empty());
    }

    private Members whole(Optional<String> modified) {
        return described(DIRECTORY, site.title(), modified)
                .add(
                        "dcat:distribution",
                        List.of(
                                lines(DataFiles.LINES),
                                lines(DataFiles.CHANGES),
                                json(DataFiles.PACKAGE).add("dct:conformsTo", standard(DATA_PACKAGE))));
    }

    private Members dataset(DataTable table) {
        return described(table.name(), table.title(), table.modified())
                .add(
                        "dcat:distribution",
                        List.of(
                                distribution(table.name() + ".csv").add("dcat:mediaType", mediaType("text/csv")),
                                json(table.name() + ".json")));
    }

    /** Open Referral data as files: the objects, and the tabular package. */
    private Members services(Optional<String> modified) {
        var files = new ArrayList<>(ServiceFiles.OBJECTS);
        files.add(ServiceFiles.PACKAGE);
        return described(OPEN_REFERRAL, site.title(), modified)
                .add("dct:conformsTo", standard(ServiceFiles.PROFILE))
                .add("dcat:distribution", files.stream().map(this::json).toList());
    }

    /** The interface that answers with Open Referral data. */
    private Members answers(boolean hasServices) {
        String root = site.baseUrl() + Routes.API;
        return Json.object()
                .add("@id", root)
                .add("@type", "dcat:DataService")
                .add("dct:title", words(site.title()))
                .add("dct:publisher", id(site.publisher().url()))
                .add("dcat:contactPoint", contact())
                .add("dcat:endpointURL", id(root))
                .add("dcat:endpointDescription", id(ServiceFiles.DESCRIPTION))
                .add("dct:conformsTo", standard(ServiceFiles.PROFILE))
                .add("dcat:servesDataset", id(folder + "#" + (hasServices ? OPEN_REFERRAL : DIRECTORY)))
                .add("dct:license", licence())
                .add("dct:rights", rights())
                .add("dcat:landingPage", page());
    }

    private Members described(String name, String title, Optional<String> modified) {
        return Json.object()
                .add("@id", folder + "#" + name)
                .add("@type", "dcat:Dataset")
                .add("dct:identifier", folder + "#" + name)
                .add("dct:title", words(title))
                .add("dct:description", words(site.summary()))
                .add("dct:language", language())
                .add("dct:publisher", id(site.publisher().url()))
                .add("dcat:contactPoint", contact())
                .add(
                        "dct:modified",
                        modified.map(
                                day -> Json.object().add("@type", "xsd:date").add("@value", day)))
                .add("dct:license", licence())
                .add("dct:rights", rights())
                .add("dcat:landingPage", page());
    }

    private Members json(String file) {
        return distribution(file).add("dcat:mediaType", mediaType("application/json"));
    }

    /** A file with an object on each line, a form that is in no register of media types. */
    private Members lines(String file) {
        return distribution(file)
                .add(
                        "dct:format",
                        Json.object().add("@type", "dct:MediaTypeOrExtent").add("rdfs:label", "application/x-ndjson"));
    }

    private Members distribution(String file) {
        return Json.object()
                .add("@id", folder + file)
                .add("@type", "dcat:Distribution")
                .add("dct:title", file)
                .add("dcat:accessURL", id(folder))
                .add("dcat:downloadURL", id(folder + file))
                .add("dct:license", licence());
    }

    private Members publisher() {
        return Json.object()
                .add("@id", site.publisher().url())
                .add("@type", "foaf:Agent")
                .add("foaf:name", site.publisher().text());
    }

    private Members contact() {
        var contact = Json.object()
                .add("@type", "vcard:Kind")
                .add("vcard:fn", site.contact().name().orElse(site.publisher().text()));
        site.contact().email().ifPresent(email -> contact.add("vcard:hasEmail", id("mailto:" + email)));
        site.contact().url().ifPresent(url -> contact.add("vcard:hasURL", id(url)));
        return contact;
    }

    private Optional<Members> licence() {
        return site.licence().flatMap(KnownLicence::named).map(licence -> typed("dct:LicenseDocument", licence.url()));
    }

    private Optional<Members> rights() {
        return site.licence()
                .map(text -> Json.object().add("@type", "dct:RightsStatement").add("rdfs:label", words(text)));
    }

    private Members words(String text) {
        return Json.object().add("@language", site.language()).add("@value", text);
    }

    /** The Library of Congress has addresses for languages, by their codes of two or three letters (ISO 639). */
    private Members language() {
        String code = site.language().replaceFirst("-.*", "");
        return typed(
                "dct:LinguisticSystem",
                "http://id.loc.gov/vocabulary/iso639-" + (code.length() == 2 ? "1/" : "2/") + code);
    }

    private Members page() {
        return typed("foaf:Document", folder);
    }

    private static Members mediaType(String name) {
        return typed("dct:MediaType", MEDIA_TYPES + name);
    }

    private static Members standard(String url) {
        return typed("dct:Standard", url);
    }

    private static Members typed(String type, String url) {
        return id(url).add("@type", type);
    }

    private static Members id(String url) {
        return Json.object().add("@id", url);
    }
}
