package org.waymark.plan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.waymark.directory.Entry;
import org.waymark.directory.PublishedEntries;
import org.waymark.directory.Site;
import org.waymark.hours.OpeningHours;
import org.waymark.schema.Choice;
import org.waymark.schema.CommonFields;
import org.waymark.schema.CountryCode;
import org.waymark.schema.Eligibility;
import org.waymark.schema.GeoPosition;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Labels;
import org.waymark.schema.Money;
import org.waymark.schema.OpenReferral;
import org.waymark.schema.PartialDate;
import org.waymark.schema.Placed;
import org.waymark.schema.PostalAddress;
import org.waymark.schema.Ref;
import org.waymark.schema.ServiceArea;
import org.waymark.schema.Vocabulary;
import org.waymark.schema.Vocabulary.Option;

/**
 * Makes Open Referral data of the entries whose kinds say what they become. An identifier is made of the identity of the site, the kind
 * and the first id of the entry, so it stays when the entry is renamed or the site moves.
 */
final class ServiceDataMaker {
    private final PublishedEntries entries;
    private final Labels labels;
    private final String language;
    private final Optional<String> country;
    private final UUID identity;
    private final ServiceData.Builder data = new ServiceData.Builder();

    ServiceDataMaker(PublishedEntries entries, Site site, Labels labels, UUID identity) {
        this.entries = entries;
        this.labels = labels;
        this.identity = identity;
        language = site.language();
        country = entries.directory()
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
                .flatMap(kind -> vocabularies(kind))
                .distinct()
                .forEach(this::addTerms);
        return data.build();
    }

    private void add(Kind kind, OpenReferral declared) {
        if (declared.type() == OpenReferral.Type.TAXONOMY_TERM) {
            addTaxonomy(kind.name(), kind.title(), kind.listing().about().orElse(kind.title()));
        }
        for (Entry entry : entries.directory().shown(kind)) {
            Map<String, Object> row = data.add(declared.type().word(), id(entry));
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
        row.put("description", description(entry).orElse(entry.label()));
        words(row, entry, declared, "email", "website", "tax_status", "legal_status");
        addPhones(row, entry, declared);
    }

    private void addService(Map<String, Object> row, Entry entry, OpenReferral declared) {
        refs(entry, declared, "organization")
                .findFirst()
                .ifPresent(ref -> row.put("organization_id", id(entries.get(ref))));
        addNames(row, entry, declared);
        description(entry).ifPresent(text -> row.put("description", text));
        words(row, entry, declared, "url", "email");
        row.put("status", "active");
        words(
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
        words(row, entry, declared, "alert");
        addAges(row, entry, declared);
        addPhones(row, entry, declared);
        addSchedules(row, entry, declared);
        addPrices(row, entry, declared);
        addNamed("language", row, entry, declared, "languages", "name");
        addAreas(row, entry, declared);
        refs(entry, declared, "locations").distinct().map(entries::get).forEach(place -> {
            Map<String, Object> at = data.add("service_at_location", id(entry, "service_at_location", id(place)));
            at.put("service_id", id(entry));
            at.put("location_id", id(place));
        });
        values(entry, declared, "attributes").distinct().forEach(term -> addAttribute(entry, term));
    }

    private void addLocation(Map<String, Object> row, Entry entry, OpenReferral declared) {
        row.put("location_type", "physical");
        words(row, entry, declared, "url");
        refs(entry, declared, "organization")
                .findFirst()
                .ifPresent(ref -> row.put("organization_id", id(entries.get(ref))));
        addNames(row, entry, declared);
        description(entry).ifPresent(text -> row.put("description", text));
        words(row, entry, declared, "transportation");
        values(entry, declared, "position").findFirst().ifPresent(value -> {
            var position = (GeoPosition) value;
            row.put("latitude", position.latitude());
            row.put("longitude", position.longitude());
        });
        words(row, entry, declared, "external_identifier");
        addPhones(row, entry, declared);
        addAddresses(row, entry, declared);
        addSchedules(row, entry, declared);
        addNamed("language", row, entry, declared, "languages", "name");
        addNamed("accessibility", row, entry, declared, "accessibility", "description");
    }

    private void addTerm(Map<String, Object> row, Entry entry, OpenReferral declared) {
        words(row, entry, declared, "code");
        row.put("name", entry.label());
        row.put("description", description(entry).orElse(entry.label()));
        refs(entry, declared, "parent").findFirst().ifPresent(ref -> row.put("parent_id", id(entries.get(ref))));
        ofTaxonomy(row, entry.kind().title(), entry.kind().name());
        words(row, entry, declared, "term_uri");
    }

    private void addTaxonomy(String name, String title, String about) {
        Map<String, Object> row = data.add("taxonomy", id("taxonomy", name));
        row.put("name", title);
        row.put("description", about);
    }

    private void ofTaxonomy(Map<String, Object> row, String title, String name) {
        row.put("taxonomy", title);
        row.put("language", language);
        row.put("taxonomy_id", id("taxonomy", name));
    }

    /** The vocabularies whose choices entries of a kind have as attributes. */
    private Stream<Vocabulary> vocabularies(Kind kind) {
        return kind.presentation().openReferral().stream()
                .flatMap(declared -> declared.paths("attributes").stream())
                .map(path -> entries.path(kind, path).last().itemType())
                .filter(Choice.class::isInstance)
                .flatMap(type -> ((Choice<?>) type).vocabulary().stream());
    }

    private void addTerms(Vocabulary vocabulary) {
        addTaxonomy(
                "vocabulary/" + vocabulary.name(),
                vocabulary.title(),
                vocabulary.about().orElse(vocabulary.title()));
        for (Option option : vocabulary.options()) {
            Map<String, Object> row = data.add("taxonomy_term", id(vocabulary.name(), option));
            row.put("name", option.label());
            row.put("description", option.label());
            option.parent().ifPresent(parent -> row.put("parent_id", id(vocabulary.name(), parent)));
            ofTaxonomy(row, vocabulary.title(), "vocabulary/" + vocabulary.name());
        }
    }

    private void addAttribute(Entry entry, Object term) {
        String id = term instanceof Ref ref ? id(entries.get(ref)) : optionId(entry.kind(), (Option) term);
        Map<String, Object> row = data.add("attribute", id(entry, "attribute", id));
        row.put("link_id", id(entry));
        row.put("taxonomy_term_id", id);
        row.put("link_entity", OpenReferral.Type.SERVICE.word());
    }

    /** The term of a choice, in the vocabulary that has it. */
    private String optionId(Kind kind, Option option) {
        return vocabularies(kind)
                .filter(vocabulary -> vocabulary.options().contains(option))
                .findFirst()
                .map(vocabulary -> id(vocabulary.name(), option))
                .orElseThrow();
    }

    private void addNames(Map<String, Object> row, Entry entry, OpenReferral declared) {
        row.put("name", entry.label());
        Optional.of(declared)
                .flatMap(object -> words(entry, object, "alternate_name"))
                .or(() -> entry.alternativeNames().stream().findFirst())
                .ifPresent(name -> row.put("alternate_name", name));
    }

    /** The summary, and the text below it. */
    private static Optional<String> description(Entry entry) {
        return Stream.concat(
                        entry.summary().stream(),
                        entry.body().filter(body -> !body.isEmpty()).map(body -> body.text()).stream())
                .reduce((summary, text) -> summary + "\n\n" + text);
    }

    private void addPhones(Map<String, Object> row, Entry entry, OpenReferral declared) {
        values(entry, declared, "phones").map(Object::toString).distinct().forEach(number -> {
            Map<String, Object> phone = data.add("phone", id(entry, "phone", number));
            phone.put(declared.type().word() + "_id", row.get("id"));
            phone.put("number", number);
            phone.put("type", "voice");
        });
    }

    private void addAreas(Map<String, Object> row, Entry entry, OpenReferral declared) {
        values(entry, declared, "service_areas").flatMap(this::names).distinct().forEach(name -> {
            Map<String, Object> area = data.add("service_area", id(entry, "service_area", name));
            area.put("service_id", row.get("id"));
            area.put("name", name);
        });
    }

    private Stream<String> names(Object value) {
        return value instanceof ServiceArea area ? PlainWords.of(area, labels).stream() : Stream.of(text(value));
    }

    private void addAges(Map<String, Object> row, Entry entry, OpenReferral declared) {
        values(entry, declared, "eligibility").findFirst().ifPresent(value -> {
            var who = (Eligibility) value;
            row.putIfAbsent("eligibility_description", labels.list(PlainWords.of(who, labels)));
            who.ages().ifPresent(ages -> {
                ages.from().ifPresent(age -> row.put("minimum_age", age));
                ages.to().ifPresent(age -> row.put("maximum_age", age));
            });
        });
    }

    private void addSchedules(Map<String, Object> row, Entry entry, OpenReferral declared) {
        values(entry, declared, "schedules").forEach(value -> {
            for (Schedule times : Schedule.of(
                    (OpeningHours) value,
                    entries.directory().site().calendar(),
                    entries.directory().asOf())) {
                Map<String, Object> schedule = data.add("schedule", id(entry, "schedule", times.name()));
                schedule.put(declared.type().word() + "_id", row.get("id"));
                times.from().ifPresent(day -> schedule.put("valid_from", day.toString()));
                times.to().ifPresent(day -> schedule.put("valid_to", day.toString()));
                times.rule().ifPresent(rule -> {
                    schedule.put("freq", rule.frequency());
                    schedule.put("byday", rule.days());
                });
                times.times()
                        .ifPresentOrElse(
                                each -> {
                                    schedule.put("opens_at", each.opens() + ":00");
                                    schedule.put("closes_at", each.closes() + ":00");
                                },
                                () -> schedule.put("description", labels.text("closed")));
                ((OpeningHours) value).note().ifPresent(note -> schedule.put("notes", note));
            }
        });
    }

    private void addPrices(Map<String, Object> row, Entry entry, OpenReferral declared) {
        values(entry, declared, "cost_options")
                .map(Money.class::cast)
                .distinct()
                .forEach(price -> {
                    Map<String, Object> option = data.add("cost_option", id(entry, "cost_option", price.toString()));
                    option.put("service_id", row.get("id"));
                    price.whom().ifPresent(whom -> option.put("option", whom));
                    option.put("currency", price.currency().toLowerCase(Locale.ROOT));
                    if (price.isSingle()) {
                        option.put("amount", price.from());
                    }
                    option.put("amount_description", PlainWords.of(price, labels));
                });
    }

    /** An address without a postcode is left out, since the specification demands one. */
    private void addAddresses(Map<String, Object> row, Entry entry, OpenReferral declared) {
        Stream<PostalAddress> whole = values(entry, declared, "addresses")
                .map(PostalAddress.class::cast)
                .filter(address -> address.postcode().isPresent() && country.isPresent());
        whole.forEach(address -> {
            Map<String, Object> added = data.add("address", id(entry, "address", address.toString()));
            added.put("location_id", row.get("id"));
            String first = Stream.of(address.building(), address.street())
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse(address.town());
            added.put("address_1", first);
            Stream.of(address.street(), address.locality())
                    .flatMap(Optional::stream)
                    .filter(line -> !line.equals(first))
                    .reduce((one, next) -> one + ", " + next)
                    .ifPresent(line -> added.put("address_2", line));
            added.put("city", address.town());
            // The specification demands a county too.
            added.put("state_province", address.county().orElse(address.town()));
            added.put("postal_code", address.postcode().orElseThrow());
            added.put("country", country.orElseThrow());
            added.put("address_type", "physical");
        });
    }

    /** Objects that have little more than a name. */
    private void addNamed(
            String table, Map<String, Object> row, Entry entry, OpenReferral declared, String property, String column) {
        values(entry, declared, property).map(this::text).distinct().forEach(words -> {
            Map<String, Object> named = data.add(table, id(entry, table, words));
            named.put(declared.type().word() + "_id", row.get("id"));
            named.put(column, words);
        });
    }

    private void words(Map<String, Object> row, Entry entry, OpenReferral declared, String... properties) {
        for (String property : properties) {
            words(entry, declared, property).ifPresent(text -> row.put(property, text));
        }
    }

    private Optional<String> words(Entry entry, OpenReferral declared, String property) {
        List<String> found =
                values(entry, declared, property).map(this::text).distinct().toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(labels.list(found));
    }

    private String text(Object value) {
        if (value instanceof Ref ref) {
            return entries.get(ref).label();
        } else if (value instanceof Option option) {
            return option.label();
        }
        return value instanceof PartialDate date ? date.iso() : value.toString();
    }

    private Stream<Ref> refs(Entry entry, OpenReferral declared, String property) {
        return values(entry, declared, property).filter(Ref.class::isInstance).map(Ref.class::cast);
    }

    private Stream<Object> values(Entry entry, OpenReferral declared, String property) {
        return declared.paths(property).stream()
                .flatMap(path -> entries.raw(entry, entries.path(entry.kind(), path)).stream());
    }

    private String id(Entry entry) {
        Id first = entry.find(CommonFields.FORMER_IDS).stream()
                .flatMap(List::stream)
                .map(Placed::value)
                .findFirst()
                .orElse(entry.id());
        return id(entry.kind().name(), first.value());
    }

    /** A part of an entry, by what it says rather than by its place among others. */
    private String id(Entry entry, String part, String words) {
        return NameUuid.of(UUID.fromString(id(entry)), part + "/" + words);
    }

    private String id(String vocabulary, Option option) {
        Id first = option.formerIds().isEmpty()
                ? option.id()
                : option.formerIds().get(0).value();
        return id("vocabulary/" + vocabulary, first.value());
    }

    private String id(String what, String name) {
        return NameUuid.of(identity, what + "/" + name);
    }
}
