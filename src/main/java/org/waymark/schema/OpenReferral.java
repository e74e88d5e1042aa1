package org.waymark.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the entries of a kind are in the Human Services Data Specification 3.0 of the Open Referral project, and the fields that become
 * its properties. What every kind has is not among them: the name, the summary and the text, other names, and the day of the last
 * review.
 *
 * @param properties the fields by property, in alphabetical order
 */
public record OpenReferral(Type type, Map<String, List<String>> properties) {
    /** An object that a kind of entry can become. */
    public enum Type {
        ORGANIZATION,
        SERVICE,
        LOCATION,
        TAXONOMY_TERM;

        /** Its name in the specification. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the values of a property must be. */
    public enum Value {
        WORDS("a text, a choice or a number"),
        WEB_ADDRESS("a web address"),
        EMAIL("an e-mail address"),
        PHONES("phone numbers"),
        ADDRESSES("an address"),
        POSITION("a position"),
        SCHEDULES("opening hours"),
        PRICES("one or more prices"),
        ELIGIBILITY("who can use it"),
        ORGANIZATION("a reference to a kind that is an `organization`"),
        LOCATIONS("references to a kind that is a `location`"),
        TERMS("choices, or references to a kind that is a `taxonomy_term`"),
        AREAS("choices, references or lines");

        private final String wanted;

        Value(String wanted) {
            this.wanted = wanted;
        }

        /** In words, for messages. */
        public String wanted() {
            return wanted;
        }
    }

    private static final Map<Type, Map<String, Value>> PROPERTIES = Map.of(
            Type.ORGANIZATION,
            Map.of(
                    "alternate_name", Value.WORDS,
                    "email", Value.EMAIL,
                    "legal_status", Value.WORDS,
                    "phones", Value.PHONES,
                    "tax_status", Value.WORDS,
                    "website", Value.WEB_ADDRESS),
            Type.SERVICE,
            Map.ofEntries(
                    Map.entry("accreditations", Value.WORDS),
                    Map.entry("alert", Value.WORDS),
                    Map.entry("alternate_name", Value.WORDS),
                    Map.entry("application_process", Value.WORDS),
                    Map.entry("attributes", Value.TERMS),
                    Map.entry("cost_options", Value.PRICES),
                    Map.entry("eligibility", Value.ELIGIBILITY),
                    Map.entry("eligibility_description", Value.WORDS),
                    Map.entry("email", Value.EMAIL),
                    Map.entry("fees_description", Value.WORDS),
                    Map.entry("interpretation_services", Value.WORDS),
                    Map.entry("languages", Value.AREAS),
                    Map.entry("locations", Value.LOCATIONS),
                    Map.entry("organization", Value.ORGANIZATION),
                    Map.entry("phones", Value.PHONES),
                    Map.entry("schedules", Value.SCHEDULES),
                    Map.entry("service_areas", Value.AREAS),
                    Map.entry("url", Value.WEB_ADDRESS),
                    Map.entry("wait_time", Value.WORDS)),
            Type.LOCATION,
            Map.ofEntries(
                    Map.entry("accessibility", Value.AREAS),
                    Map.entry("addresses", Value.ADDRESSES),
                    Map.entry("alternate_name", Value.WORDS),
                    Map.entry("external_identifier", Value.WORDS),
                    Map.entry("languages", Value.AREAS),
                    Map.entry("organization", Value.ORGANIZATION),
                    Map.entry("phones", Value.PHONES),
                    Map.entry("position", Value.POSITION),
                    Map.entry("schedules", Value.SCHEDULES),
                    Map.entry("transportation", Value.WORDS),
                    Map.entry("url", Value.WEB_ADDRESS)),
            Type.TAXONOMY_TERM,
            Map.of("code", Value.WORDS, "parent", Value.TERMS, "term_uri", Value.WEB_ADDRESS));

    public OpenReferral {
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    }

    /** The properties that an object of a type can have, and what each must be. */
    public static Map<String, Value> propertiesOf(Type type) {
        return new TreeMap<>(Objects.requireNonNull(PROPERTIES.get(type)));
    }

    /** The fields that become a property, by their paths. */
    public List<String> paths(String property) {
        return properties.getOrDefault(property, List.of());
    }

    /** The type of the part of a kind file that says this. */
    static FieldType<OpenReferral> declaration() {
        var types = new LinkedHashMap<String, Type>();
        var known = new TreeSet<String>();
        for (Type type : Type.values()) {
            types.put(type.word(), type);
            known.addAll(propertiesOf(type).keySet());
        }
        Field<Type> type = Field.required("type", new Choice<>(types), "the object that an entry is");
        Field<Optional<Map<String, List<String>>>> properties = Field.optional(
                "properties",
                new MapOf<>(
                        "property",
                        List.copyOf(known),
                        new ListOf<>(PartName.line(PartName.Part.PATH, Id.LONGEST, "place"))),
                "the fields that become properties");
        return new Group<>(
                "what it is in Open Referral data",
                List.of(type, properties),
                f -> new OpenReferral(f.get(type), f.get(properties).orElse(Map.of())));
    }
}
