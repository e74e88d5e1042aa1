package org.waymark.plan;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.directory.Entry;
import org.waymark.directory.PublishedEntries;
import org.waymark.hours.OpeningHours;
import org.waymark.schema.Eligibility;
import org.waymark.schema.Labels;
import org.waymark.schema.Money;
import org.waymark.schema.OpenReferral;
import org.waymark.schema.PostalAddress;
import org.waymark.schema.ServiceArea;
import org.waymark.schema.Vocabulary.Option;

/** Adds the rows of what belongs to a service, a place or an organisation: telephones, times, prices and the like. */
final class ServiceParts {
    private final ServiceData.Builder data;
    private final ServiceIds ids;
    private final ServiceValues values;
    private final PublishedEntries entries;
    private final Labels labels;
    private final Optional<String> country;

    ServiceParts(ServiceData.Builder data, ServiceIds ids, ServiceValues values, Optional<String> country) {
        this.data = data;
        this.ids = ids;
        this.values = values;
        entries = values.entries();
        labels = values.labels();
        this.country = country;
    }

    void addPhones(Map<String, Object> row, Entry entry, OpenReferral declared) {
        values.of(entry, declared, "phones").map(Object::toString).distinct().forEach(number -> {
            Map<String, Object> phone = data.add("phone", ids.of(entry, "phone", number));
            phone.put(declared.type().word() + "_id", row.get("id"));
            phone.put("number", number);
            phone.put("type", "voice");
        });
    }

    void addAreas(Map<String, Object> row, Entry entry, OpenReferral declared) {
        values.of(entry, declared, "service_areas")
                .flatMap(this::names)
                .distinct()
                .forEach(name -> {
                    Map<String, Object> area = data.add("service_area", ids.of(entry, "service_area", name));
                    area.put("service_id", row.get("id"));
                    area.put("name", name);
                });
    }

    private Stream<String> names(Object value) {
        return value instanceof ServiceArea area ? PlainWords.of(area, labels).stream() : Stream.of(values.text(value));
    }

    void addAges(Map<String, Object> row, Entry entry, OpenReferral declared) {
        values.of(entry, declared, "eligibility").findFirst().ifPresent(value -> {
            var who = (Eligibility) value;
            row.putIfAbsent("eligibility_description", labels.list(PlainWords.of(who, labels)));
            who.ages().ifPresent(ages -> {
                ages.from().ifPresent(age -> row.put("minimum_age", age));
                ages.to().ifPresent(age -> row.put("maximum_age", age));
            });
        });
    }

    void addSchedules(Map<String, Object> row, Entry entry, OpenReferral declared) {
        values.of(entry, declared, "schedules").forEach(value -> {
            for (Schedule times : Schedule.of(
                    (OpeningHours) value,
                    entries.directory().site().calendar(),
                    entries.directory().asOf())) {
                Map<String, Object> schedule = data.add("schedule", ids.of(entry, "schedule", times.name()));
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

    void addPrices(Map<String, Object> row, Entry entry, OpenReferral declared) {
        values.of(entry, declared, "cost_options")
                .map(Money.class::cast)
                .distinct()
                .forEach(price -> {
                    Map<String, Object> option =
                            data.add("cost_option", ids.of(entry, "cost_option", price.toString()));
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
    void addAddresses(Map<String, Object> row, Entry entry, OpenReferral declared) {
        Stream<PostalAddress> whole = values.of(entry, declared, "addresses")
                .map(PostalAddress.class::cast)
                .filter(address -> address.postcode().isPresent() && country.isPresent());
        whole.forEach(address -> {
            Map<String, Object> added = data.add("address", ids.of(entry, "address", address.toString()));
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

    void addLanguages(Map<String, Object> row, Entry entry, OpenReferral declared) {
        values.of(entry, declared, "languages").distinct().forEach(value -> {
            Map<String, Object> language = addDescribed("language", row, entry, declared, "name", value);
            if (value instanceof Option option) {
                option.code().ifPresent(code -> language.put("code", code));
            }
        });
    }

    void addAccessibility(Map<String, Object> row, Entry entry, OpenReferral declared) {
        values.of(entry, declared, "accessibility")
                .distinct()
                .forEach(value -> addDescribed("accessibility", row, entry, declared, "description", value));
    }

    /** An object that has little more than a name. */
    private Map<String, Object> addDescribed(
            String table, Map<String, Object> row, Entry entry, OpenReferral declared, String column, Object value) {
        String words = values.text(value);
        Map<String, Object> added = data.add(table, ids.of(entry, table, words));
        added.put(declared.type().word() + "_id", row.get("id"));
        added.put(column, words);
        return added;
    }
}
