package org.waymark.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words of schema.org that a kind file can use: types of things, and properties that fields can become. */
final class SchemaOrg {
    private static final List<String> TYPES = List.of(
            "Article",
            "CreativeWork",
            "Course",
            "DefinedTerm",
            "Event",
            "GovernmentService",
            "MedicalClinic",
            "NewsArticle",
            "Organization",
            "Person",
            "Place",
            "Project",
            "Report",
            "Service",
            "Thing");

    static final List<String> PROPERTIES = List.of(
            "about",
            "address",
            "alternateName",
            "amenityFeature",
            "areaServed",
            "audience",
            "availableLanguage",
            "category",
            "citation",
            "contentLocation",
            "email",
            "endDate",
            "foundingDate",
            "geo",
            "hoursAvailable",
            "identifier",
            "image",
            "keywords",
            "knowsAbout",
            "knowsLanguage",
            "location",
            "memberOf",
            "offers",
            "openingHoursSpecification",
            "parentOrganization",
            "provider",
            "serviceType",
            "startDate",
            "telephone",
            "temporalCoverage",
            "url");

    private SchemaOrg() {}

    /** The type of the part of a kind file that says what its entries are. */
    static FieldType<Presentation.Thing> type() {
        var types = new LinkedHashMap<String, String>();
        TYPES.forEach(type -> types.put(type, type));
        Field<String> type = Field.required("type", new Choice<>(types), "the type of an entry in schema.org");
        Field<Optional<Map<String, List<String>>>> properties = Field.optional(
                "properties",
                new MapOf<>(
                        "property", PROPERTIES, new ListOf<>(PartName.line(PartName.Part.PATH, Id.LONGEST, "place"))),
                "the fields that become properties");
        return new Group<>(
                "what it is in schema.org",
                List.of(type, properties),
                f -> new Presentation.Thing(f.get(type), f.get(properties).orElse(Map.of())));
    }
}
