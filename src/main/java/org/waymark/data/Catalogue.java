package org.waymark.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.waymark.directory.Routes;
import org.waymark.plan.DataTable;
import org.waymark.plan.Frame;
import org.waymark.source.Json;
import org.waymark.source.Json.Members;

/** The entry for data catalogues: a record in the W3C vocabulary DCAT 3, as JSON-LD. */
final class Catalogue {
    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
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

    static String of(Frame site, List<DataTable> tables) {
        return Json.indented(new Catalogue(site).catalogue(tables)) + "\n";
    }

    private Members catalogue(List<DataTable> tables) {
        var datasets = new ArrayList<Members>();
        datasets.add(whole(tables));
        tables.forEach(table -> datasets.add(dataset(table)));
        return Json.object()
                .add("@context", new TreeMap<>(PREFIXES))
                .add("@id", folder + "#catalogue")
                .add("@type", "dcat:Catalog")
                .add("dct:title", words(site.title()))
                .add("dct:description", words(site.summary()))
                .add("dct:language", language())
                .add("dct:publisher", publisher())
                .add("foaf:homepage", id(site.baseUrl()))
                .add("dct:license", licence())
                .add("dct:rights", rights())
                .add("dcat:dataset", datasets);
    }

    private Members whole(List<DataTable> tables) {
        Optional<String> modified =
                tables.stream().flatMap(table -> table.modified().stream()).max(String::compareTo);
        return described("directory", site.title(), modified)
                .add("dct:description", words(site.summary()))
                .add(
                        "dcat:distribution",
                        List.of(
                                distribution(DataFiles.LINES, "application/x-ndjson"),
                                distribution(DataFiles.CHANGES, "application/x-ndjson"),
                                distribution(DataFiles.PACKAGE, "application/json")));
    }

    private Members dataset(DataTable table) {
        return described(table.name(), table.title(), table.modified())
                .add("dct:description", words(site.summary()))
                .add(
                        "dcat:distribution",
                        List.of(
                                distribution(table.name() + ".csv", "text/csv"),
                                distribution(table.name() + ".json", "application/json")));
    }

    private Members described(String name, String title, Optional<String> modified) {
        return Json.object()
                .add("@id", folder + "#" + name)
                .add("@type", "dcat:Dataset")
                .add("dct:identifier", folder + "#" + name)
                .add("dct:title", words(title))
                .add("dct:language", language())
                .add("dct:publisher", id(site.publisher().url()))
                .add("dcat:contactPoint", contact())
                .add(
                        "dct:modified",
                        modified.map(
                                day -> Json.object().add("@type", "xsd:date").add("@value", day)))
                .add("dct:license", licence())
                .add("dct:rights", rights())
                .add("dcat:landingPage", id(folder));
    }

    private Members distribution(String file, String type) {
        return Json.object()
                .add("@id", folder + file)
                .add("@type", "dcat:Distribution")
                .add("dct:title", file)
                .add("dcat:accessURL", id(folder))
                .add("dcat:downloadURL", id(folder + file))
                .add("dcat:mediaType", id(MEDIA_TYPES + type))
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
        return site.licence().flatMap(KnownLicence::named).map(licence -> id(licence.url()));
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
        return id("http://id.loc.gov/vocabulary/iso639-" + (code.length() == 2 ? "1/" : "2/") + code);
    }

    private static Members id(String url) {
        return Json.object().add("@id", url);
    }
}
