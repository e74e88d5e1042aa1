package org.waymark.plan;

import java.util.Map;
import java.util.Optional;
import org.waymark.directory.Entry;
import org.waymark.directory.PublishedEntries;
import org.waymark.directory.Site;
import org.waymark.schema.CountryCode;
import org.waymark.schema.GeoPosition;
import org.waymark.schema.Kind;
import org.waymark.schema.Labels;
import org.waymark.schema.OpenReferral;

/** Makes Open Referral data of the entries whose kinds say what they become. */
final class ServiceDataMaker {
    private final PublishedEntries entries;
    private final ServiceData.Builder data = new ServiceData.Builder();
    private final ServiceIds ids;
    private final ServiceValues values;
    private final ServiceParts parts;
    private final ServiceTerms terms;

    ServiceDataMaker(PublishedEntries entries, Site site, Labels labels, ServiceIds ids) {
        this.entries = entries;
        this.ids = ids;
        values = new ServiceValues(entries, labels);
        parts = new ServiceParts(data, ids, values, country(entries, site));
        terms = new ServiceTerms(data, ids, entries, site.language());
    }

    private static Optional<String> country(PublishedEntries entries, Site site) {
        return entries.directory()
                .entries(Site.KIND)
                .flatMap(settings -> settings.find(Site.COUNTRY).stream())
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> CountryCode.of(site.language()));
    }

    ServiceData make() {
        for (OpenReferral.Type type : OpenReferral.Type.values()) {
            for (Kind kind : entries.kinds().forReaders()) {
                kind.presentation()
                        .openReferral()
                        .filter(declared -> declared.type() == type)
                        .ifPresent(declared -> add(kind, declared));
            }
        }
        entries.kinds().forReaders().stream()
                .flatMap(kind -> terms.vocabularies(kind))
                .distinct()
                .forEach(terms::addTerms);
        return data.build();
    }

    private void add(Kind kind, OpenReferral declared) {
        if (declared.type() == OpenReferral.Type.TAXONOMY_TERM) {
            terms.addTaxonomy(kind.name(), kind.title(), kind.listing().about().orElse(kind.title()));
        }
        for (Entry entry : entries.directory().shown(kind)) {
            Map<String, Object> row = data.add(declared.type().word(), ids.of(entry));
            switch (declared.type()) {
                case ORGANIZATION -> addOrganization(row, entry, declared);
                case SERVICE -> addService(row, entry, declared);
                case LOCATION -> addLocation(row, entry, declared);
                case TAXONOMY_TERM -> addTerm(row, entry, declared);
            }
        }
    }

    private void addOrganization(Map<String, Object> row, Entry entry, OpenReferral declared) {
        addNames(row, entry, declared);
        row.put("description", ServiceValues.description(entry).orElse(entry.label()));
        values.words(row, entry, declared, "email", "website", "tax_status", "legal_status");
        parts.addPhones(row, entry, declared);
    }

    private void addService(Map<String, Object> row, Entry entry, OpenReferral declared) {
        values.refs(entry, declared, "organization")
                .findFirst()
                .ifPresent(ref -> row.put("organization_id", ids.of(entries.get(ref))));
        addNames(row, entry, declared);
        ServiceValues.description(entry).ifPresent(text -> row.put("description", text));
        values.words(row, entry, declared, "url", "email");
        row.put("status", "active");
        values.words(
                row,
                entry,
                declared,
                "interpretation_services",
                "application_process",
                "fees_description",
                "wait_time",
                "accreditations",
                "eligibility_description");
        entry.reviewed().on().ifPresent(day -> row.put("assured_date", day.toString()));
        values.words(row, entry, declared, "alert");
        parts.addAges(row, entry, declared);
        parts.addPhones(row, entry, declared);
        parts.addSchedules(row, entry, declared);
        parts.addPrices(row, entry, declared);
        parts.addLanguages(row, entry, declared);
        parts.addAreas(row, entry, declared);
        values.refs(entry, declared, "locations").distinct().map(entries::get).forEach(place -> {
            Map<String, Object> at =
                    data.add("service_at_location", ids.of(entry, "service_at_location", ids.of(place)));
            at.put("service_id", ids.of(entry));
            at.put("location_id", ids.of(place));
        });
        values.of(entry, declared, "attributes").distinct().forEach(term -> terms.addAttribute(entry, term));
    }

    private void addLocation(Map<String, Object> row, Entry entry, OpenReferral declared) {
        row.put("location_type", "physical");
        values.words(row, entry, declared, "url");
        values.refs(entry, declared, "organization")
                .findFirst()
                .ifPresent(ref -> row.put("organization_id", ids.of(entries.get(ref))));
        addNames(row, entry, declared);
        ServiceValues.description(entry).ifPresent(text -> row.put("description", text));
        values.words(row, entry, declared, "transportation");
        values.of(entry, declared, "position").findFirst().ifPresent(value -> {
            var position = (GeoPosition) value;
            row.put("latitude", position.latitude());
            row.put("longitude", position.longitude());
        });
        values.words(row, entry, declared, "external_identifier");
        parts.addPhones(row, entry, declared);
        parts.addAddresses(row, entry, declared);
        parts.addSchedules(row, entry, declared);
        parts.addLanguages(row, entry, declared);
        parts.addAccessibility(row, entry, declared);
    }

    private void addTerm(Map<String, Object> row, Entry entry, OpenReferral declared) {
        values.words(row, entry, declared, "code");
        row.put("name", entry.label());
        row.put("description", ServiceValues.description(entry).orElse(entry.label()));
        values.refs(entry, declared, "parent")
                .findFirst()
                .ifPresent(ref -> row.put("parent_id", ids.of(entries.get(ref))));
        terms.ofTaxonomy(row, entry.kind().title(), entry.kind().name());
        values.words(row, entry, declared, "term_uri");
    }

    private void addNames(Map<String, Object> row, Entry entry, OpenReferral declared) {
        row.put("name", entry.label());
        Optional.of(declared)
                .flatMap(object -> values.words(entry, object, "alternate_name"))
                .or(() -> entry.alternativeNames().stream().findFirst())
                .ifPresent(name -> row.put("alternate_name", name));
    }
}
