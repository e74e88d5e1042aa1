package org.waymark.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.hours.DateRange.Dated;
import org.waymark.hours.DayRule;
import org.waymark.hours.Interval;
import org.waymark.hours.OpeningHours;
import org.waymark.hours.Season;
import org.waymark.hours.SpecialDays;
import org.waymark.hours.Week;
import org.waymark.plan.Thing.Part;
import org.waymark.plan.Thing.Property;
import org.waymark.plan.Thing.Several;
import org.waymark.plan.Thing.Value;
import org.waymark.plan.Thing.Words;
import org.waymark.schema.Eligibility;
import org.waymark.schema.GeoPosition;
import org.waymark.schema.Money;
import org.waymark.schema.PostalAddress;
import org.waymark.schema.ServiceArea;

/** Places, hours, prices and eligibility, in the vocabulary of schema.org. */
final class PlaceThings {
    /** The properties of a place for its usual hours, and for days on which these do not apply. Others hold both. */
    static final String HOURS_OF_PLACE = "openingHoursSpecification";

    static final String SPECIAL_HOURS_OF_PLACE = "specialOpeningHoursSpecification";

    private static final String DAYS = "https://schema.org/";

    private PlaceThings() {}

    /** Whether these are described here. */
    static boolean describes(Object value) {
        return value instanceof OpeningHours
                || value instanceof PostalAddress
                || value instanceof GeoPosition
                || value instanceof Money
                || value instanceof Eligibility
                || value instanceof ServiceArea;
    }

    /** @param today special days before it are left out */
    static List<Value> of(Object value, String property, LocalDate today) {
        if (value instanceof OpeningHours hours) {
            return hours(hours, property, today);
        } else if (value instanceof PostalAddress address) {
            return List.of(address(address));
        } else if (value instanceof GeoPosition position) {
            return List.of(part(
                    "GeoCoordinates",
                    property("latitude", position.latitude()),
                    property("longitude", position.longitude())));
        } else if (value instanceof Money money) {
            return List.of(offer(money));
        } else if (value instanceof Eligibility eligibility) {
            return audience(eligibility);
        }
        return value instanceof ServiceArea area ? area(area) : List.of();
    }

    private static Part part(String type, Property... properties) {
        return new Part(new Thing(type, Optional.empty(), List.of(properties)));
    }

    private static Property property(String name, Object value) {
        return new Property(name, new Words(value.toString()));
    }

    private static Part address(PostalAddress address) {
        var properties = new ArrayList<Property>();
        String street = String.join(
                ", ",
                Stream.concat(address.building().stream(), address.street().stream())
                        .toList());
        if (!street.isEmpty()) {
            properties.add(property("streetAddress", street));
        }
        properties.add(property(
                "addressLocality",
                String.join(
                        ", ",
                        Stream.concat(address.locality().stream(), Stream.of(address.town()))
                                .toList())));
        address.county().ifPresent(county -> properties.add(property("addressRegion", county)));
        address.postcode().ifPresent(code -> properties.add(property("postalCode", code)));
        return new Part(new Thing("PostalAddress", Optional.empty(), properties));
    }

    private static Part offer(Money money) {
        Property currency = property("priceCurrency", money.currency());
        if (money.isSingle()) {
            return part("Offer", property("price", money.from().toPlainString()), currency);
        }
        var range = new ArrayList<Property>(
                List.of(property("minPrice", money.from().toPlainString())));
        money.to().ifPresent(most -> range.add(property("maxPrice", most.toPlainString())));
        range.add(currency);
        return part(
                "Offer",
                new Property("priceSpecification", new Part(new Thing("PriceSpecification", Optional.empty(), range))));
    }

    private static List<Value> audience(Eligibility eligibility) {
        var properties = new ArrayList<Property>();
        if (!eligibility.groups().isEmpty()) {
            properties.add(property("audienceType", String.join(", ", eligibility.groups())));
        }
        eligibility.ages().ifPresent(ages -> {
            ages.from().ifPresent(age -> properties.add(property("requiredMinAge", age)));
            ages.to().ifPresent(age -> properties.add(property("requiredMaxAge", age)));
        });
        return properties.isEmpty()
                ? List.of()
                : List.of(new Part(new Thing("PeopleAudience", Optional.empty(), properties)));
    }

    private static List<Value> area(ServiceArea area) {
        var values = new ArrayList<Value>();
        area.names().forEach(name -> values.add(part("Place", property("name", name))));
        if (!area.postcodes().isEmpty()) {
            values.add(part(
                    "DefinedRegion",
                    new Property(
                            "postalCodePrefix",
                            new Several(area.postcodes().stream()
                                    .<Value>map(Words::new)
                                    .toList()))));
        }
        return values;
    }

    /** Schema.org has no terms for weeks of a month, so these are left out. */
    private static List<Value> hours(OpeningHours hours, String property, LocalDate today) {
        var values = new ArrayList<Value>();
        if (!property.equals(SPECIAL_HOURS_OF_PLACE)) {
            addUsual(hours, today, values);
        }
        if (!property.equals(HOURS_OF_PLACE)) {
            addSpecial(hours, today, values);
        }
        return values;
    }

    private static void addUsual(OpeningHours hours, LocalDate today, List<Value> values) {
        var valid = new ArrayList<Property>();
        hours.validFrom().ifPresent(day -> valid.add(property("validFrom", day)));
        hours.validTo().ifPresent(day -> valid.add(property("validThrough", day)));
        addWeek(hours.week(), valid, values);
        for (Season season : hours.seasons()) {
            Dated days = season.days().in(today.getYear());
            addWeek(season.week(), within(days), values);
        }
    }

    private static void addSpecial(OpeningHours hours, LocalDate today, List<Value> values) {
        for (SpecialDays special : hours.special()) {
            Dated days = special.days().from(today);
            if (!days.to().isBefore(today)) {
                List<Interval> intervals = special.intervals();
                intervals.forEach(each -> values.add(open(List.of(), each, within(days))));
                if (intervals.isEmpty()) {
                    values.add(open(List.of(), "00:00", "00:00", within(days)));
                }
            }
        }
    }

    private static List<Property> within(Dated days) {
        return List.of(property("validFrom", days.from()), property("validThrough", days.to()));
    }

    private static void addWeek(Week week, List<Property> valid, List<Value> values) {
        for (DayRule rule : week.rules()) {
            List<String> days = rule.days().stream().map(PlaceThings::name).toList();
            if (rule.isEveryWeek()) {
                rule.intervals().forEach(each -> values.add(open(days, each, valid)));
            }
        }
        List<String> holidays = List.of("PublicHolidays");
        week.bankHolidays().ifPresent(intervals -> {
            intervals.forEach(each -> values.add(open(holidays, each, valid)));
            if (intervals.isEmpty()) {
                values.add(open(holidays, "00:00", "00:00", valid));
            }
        });
    }

    private static String name(DayOfWeek day) {
        return day.name().charAt(0) + day.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private static Part open(List<String> days, Interval interval, List<Property> valid) {
        return open(
                days,
                clock(interval.from()),
                interval.equals(Interval.WHOLE_DAY) ? "23:59" : clock(interval.to()),
                valid);
    }

    private static Part open(List<String> days, String opens, String closes, List<Property> valid) {
        var properties = new ArrayList<Property>();
        if (!days.isEmpty()) {
            properties.add(new Property(
                    "dayOfWeek",
                    new Several(days.stream()
                            .<Value>map(day -> new Words(DAYS + day))
                            .toList())));
        }
        properties.add(property("opens", opens));
        properties.add(property("closes", closes));
        properties.addAll(valid);
        return new Part(new Thing("OpeningHoursSpecification", Optional.empty(), properties));
    }

    private static String clock(int minutes) {
        String text = Interval.clock(minutes % Interval.DAY);
        return text.length() < 5 ? "0" + text : text;
    }
}
