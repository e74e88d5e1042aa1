package org.waymark.directory;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Severity;
import org.waymark.hours.BankHolidays;
import org.waymark.schema.Choice;
import org.waymark.schema.CountryCode;
import org.waymark.schema.Date;
import org.waymark.schema.Email;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Fields;
import org.waymark.schema.FlexibleDate;
import org.waymark.schema.Group;
import org.waymark.schema.Id;
import org.waymark.schema.Identifier;
import org.waymark.schema.Kind;
import org.waymark.schema.LanguageTag;
import org.waymark.schema.Line;
import org.waymark.schema.MapOf;
import org.waymark.schema.Noun;
import org.waymark.schema.PartialDate;
import org.waymark.schema.ProjectPath;
import org.waymark.schema.SiteAddress;
import org.waymark.schema.TimeZoneName;
import org.waymark.schema.WebAddress;
import org.waymark.schema.YesNo;

/**
 * The settings of the site.
 *
 * @param baseUrl the URL of the site, which ends with a slash
 * @param data the forms in which it is published as data; empty for none
 * @param identity from which the identifiers in Open Referral data are made; it never changes
 * @param knownWords accepted by the language and spelling rules
 * @param severities the severity of each named code; empty if it is not reported at all
 * @param calendar of opening hours
 */
public record Site(
        String title,
        Optional<String> subtitle,
        String summary,
        Publisher publisher,
        String language,
        String baseUrl,
        Contact contact,
        Source source,
        Optional<String> licence,
        Optional<String> repository,
        List<DataOutput> data,
        Optional<UUID> identity,
        List<String> knownWords,
        Map<Code, Optional<Severity>> severities,
        Calendar calendar) {
    /** The publisher of the site. */
    public record Publisher(String name, String url) {}

    /** The contact for readers. */
    public record Contact(Optional<String> name, Optional<String> email, Optional<String> url) {}

    /** The publication on which the directory is based. */
    public record Source(String title, String publisher, String url, PartialDate published) {}

    /**
     * The time and the holidays of the place that the directory is about.
     *
     * @param zone its time zone, if known
     * @param rule its usual bank holidays, if it has any
     * @param listed the bank holidays in a file of the directory, instead of the usual ones of their years
     * @param also further bank holidays, such as one proclaimed for a year
     * @param not days on which the usual ones do not fall this time
     */
    public record Calendar(
            Optional<ZoneId> zone,
            Optional<BankHolidays> rule,
            List<LocalDate> listed,
            List<LocalDate> also,
            List<LocalDate> not) {
        public Calendar {
            listed = List.copyOf(listed);
            also = List.copyOf(also);
            not = List.copyOf(not);
        }

        /** The bank holidays of a year, in order. */
        public NavigableSet<LocalDate> bankHolidays(int year) {
            NavigableSet<LocalDate> days = new TreeSet<>();
            listed.stream().filter(day -> day.getYear() == year).forEach(days::add);
            if (days.isEmpty()) {
                rule.ifPresent(holidays -> days.addAll(holidays.in(year)));
            }
            also.stream().filter(day -> day.getYear() == year).forEach(days::add);
            not.forEach(days::remove);
            return days;
        }
    }

    public static final Field<String> TITLE =
            Field.required("title", new Line(90, "Directory of local services"), "the name of the directory");
    public static final Field<Optional<String>> SUBTITLE =
            Field.optional("subtitle", Line.ofProse(160, "What there is near you"), "a line below the title");
    public static final Field<String> SUMMARY = Field.required(
            "summary",
            Line.ofProse(300, "Help and advice in our area, and how to get it"),
            "one sentence that says what it is");
    public static final Field<Publisher> PUBLISHER =
            Field.required("publisher", publisherType(), "who publishes the directory, with name and url");
    public static final Field<String> LANGUAGE =
            Field.required("language", new LanguageTag(), "the language of the content, as a language tag");
    public static final Field<Optional<String>> COUNTRY = Field.optional(
            "country", new CountryCode(), "the country of the directory, if its language does not include it");
    public static final Field<Optional<ZoneId>> TIME_ZONE =
            Field.optional("time-zone", new TimeZoneName(), "the time zone of opening hours");
    public static final Field<Optional<Calendar>> BANK_HOLIDAYS =
            Field.optional("bank-holidays", calendarType(), "the bank holidays of opening hours");
    public static final Field<String> BASE_URL = Field.required(
            "base-url", new SiteAddress(), "the address where the site is published, for feeds and search engines");
    public static final Field<Contact> CONTACT =
            Field.required("contact", contactType(), "who readers can contact: name, email or url");
    public static final Field<Source> SOURCE =
            Field.required("source", sourceType(), "the publication on which the directory is based");
    public static final Field<Optional<String>> LICENCE = Field.optional(
            "licence", new Line(160, "Open Government Licence v3.0"), "the terms on which others may use the content");
    public static final Field<Optional<String>> REPOSITORY = Field.optional(
            "repository", new WebAddress(), "the repository of the files, for links that suggest a change");
    public static final Field<Optional<List<DataOutput>>> DATA = Field.optional(
            "data", new DataSetting(), "no if the directory is not published as data too, or the forms of the data");
    public static final Field<Optional<UUID>> IDENTITY = Field.optional(
            "identity", new IdentityType(), "what other programs know the directory by, which must never change");
    public static final Field<Optional<Id>> SHAPE = Field.optional(
            "shape", new Identifier(), "the shape from which the directory starts, unless it is the default");
    public static final Field<List<String>> KNOWN_WORDS =
            Field.list("known-words", new Line(60, "Riverbank"), "names and words that are spelled correctly");
    public static final Field<Optional<Map<String, Optional<Severity>>>> SEVERITIES = Field.optional(
            "severities",
            new MapOf<>(
                    "rule with an adjustable severity",
                    Codes.adjustable(),
                    Codes.FORMER,
                    new Choice<>(severityWords())),
            "rules with a different severity: error, warning or off");

    public static final Field<Optional<Boolean>> STRICT =
            Field.optional("strict", new YesNo(), "yes if warnings count as errors for check and build");
    public static final Field<Optional<String>> BASELINE = Field.optional(
            "baseline",
            new ProjectPath("waymark-baseline.yaml"),
            "the file with findings that check and build tolerate");

    public static final Field<Optional<WebHost>> HOST = Field.optional(
            "host", new Choice<>(Map.of("netlify", WebHost.NETLIFY)), "the web host, if it needs files of its own");
    public static final Field<List<String>> UNCHECKED_LINKS = Field.list(
            "unchecked-links",
            new WebAddress(),
            "addresses that `waymark links` leaves alone, with all that begin like them");

    public static final Kind KIND = Kind.ofSettings(
            "site",
            new Noun("site", "sites", "the site"),
            new Kind.YamlFile("content/site.yaml"),
            List.of(
                    TITLE,
                    SUBTITLE,
                    SUMMARY,
                    PUBLISHER,
                    LANGUAGE,
                    COUNTRY,
                    TIME_ZONE,
                    BANK_HOLIDAYS,
                    BASE_URL,
                    CONTACT,
                    SOURCE,
                    LICENCE,
                    REPOSITORY,
                    DATA,
                    IDENTITY,
                    SHAPE,
                    KNOWN_WORDS,
                    SEVERITIES,
                    STRICT,
                    BASELINE,
                    UNCHECKED_LINKS,
                    HOST),
            TITLE);

    /** The settings in the fields of the file, which must all be readable. */
    static Site of(Entry entry) {
        Fields f = entry.fields();
        return new Site(
                f.get(TITLE),
                f.get(SUBTITLE),
                f.get(SUMMARY),
                f.get(PUBLISHER),
                f.get(LANGUAGE),
                withSlash(f.get(BASE_URL)),
                f.get(CONTACT),
                f.get(SOURCE),
                f.get(LICENCE),
                f.get(REPOSITORY),
                f.get(DATA).orElse(DataSetting.USUAL),
                f.get(IDENTITY),
                f.get(KNOWN_WORDS),
                severitiesIn(f),
                calendar(f));
    }

    public Site {
        data = List.copyOf(data);
        knownWords = List.copyOf(knownWords);
        severities = Map.copyOf(severities);
    }

    /** The same site with another base URL. */
    public Site at(String otherBaseUrl) {
        return with(withSlash(otherBaseUrl), calendar);
    }

    /** The same site with another calendar. */
    Site with(Calendar otherCalendar) {
        return with(baseUrl, otherCalendar);
    }

    private Site with(String otherBaseUrl, Calendar otherCalendar) {
        return new Site(
                title,
                subtitle,
                summary,
                publisher,
                language,
                otherBaseUrl,
                contact,
                source,
                licence,
                repository,
                data,
                identity,
                knownWords,
                severities,
                otherCalendar);
    }

    /** Those of the United Kingdom, of which England is the most, unless the settings say otherwise. */
    private static Calendar calendar(Fields f) {
        boolean isBritish = f.get(COUNTRY)
                .or(() -> CountryCode.of(f.get(LANGUAGE)))
                .filter("GB"::equals)
                .isPresent();
        Optional<Calendar> declared = f.get(BANK_HOLIDAYS);
        return new Calendar(
                f.get(TIME_ZONE).or(() -> isBritish ? Optional.of(ZoneId.of("Europe/London")) : Optional.empty()),
                declared.flatMap(Calendar::rule)
                        .or(() -> isBritish ? Optional.of(BankHolidays.ENGLAND_AND_WALES) : Optional.empty()),
                List.of(),
                declared.map(Calendar::also).orElse(List.of()),
                declared.map(Calendar::not).orElse(List.of()));
    }

    private static String withSlash(String url) {
        return url.endsWith("/") ? url : url + "/";
    }

    /** The severity of each named code, from settings that may have other problems. */
    public static Map<Code, Optional<Severity>> severitiesIn(Fields fields) {
        Map<String, Optional<Severity>> byName =
                fields.find(SEVERITIES).flatMap(severities -> severities).orElse(Map.of());
        var codes = new LinkedHashMap<Code, Optional<Severity>>();
        Codes.ALL.stream()
                .filter(code -> byName.containsKey(code.name()))
                .forEach(code -> codes.put(code, byName.getOrDefault(code.name(), Optional.empty())));
        return codes;
    }

    /** Whether warnings count as errors, by settings that may have other problems. */
    public static boolean isStrict(Fields fields) {
        return fields.find(STRICT).flatMap(strict -> strict).orElse(false);
    }

    /** The web host, by settings that may have other problems. */
    public static Optional<WebHost> host(Fields fields) {
        return fields.find(HOST).flatMap(host -> host);
    }

    /** The beginnings of addresses that are not checked, by settings that may have other problems. */
    public static List<String> uncheckedLinks(Fields fields) {
        return fields.find(UNCHECKED_LINKS).orElse(List.of());
    }

    /** The path of the baseline from the folder of the project, by settings that may have other problems. */
    public static Optional<String> baseline(Fields fields) {
        return fields.find(BASELINE).flatMap(path -> path);
    }

    private static Map<String, Optional<Severity>> severityWords() {
        var words = new LinkedHashMap<String, Optional<Severity>>();
        words.put("error", Optional.of(Severity.ERROR));
        words.put("warning", Optional.of(Severity.WARNING));
        words.put("off", Optional.empty());
        return words;
    }

    private static FieldType<Calendar> calendarType() {
        var rules = new LinkedHashMap<String, BankHolidays>();
        for (BankHolidays holidays : BankHolidays.values()) {
            rules.put(holidays.word(), holidays);
        }
        Field<Optional<BankHolidays>> of = Field.optional(
                "of", new Choice<>(rules), "the part of the United Kingdom whose bank holidays these are");
        Field<List<LocalDate>> also = Field.list("also", new Date(), "other days that are bank holidays");
        Field<List<LocalDate>> not = Field.list("not", new Date(), "days that are not bank holidays this time");
        return new Group<>(
                "the bank holidays",
                List.of(of, also, not),
                f -> new Calendar(Optional.empty(), f.get(of), List.of(), f.get(also), f.get(not)));
    }

    private static FieldType<Publisher> publisherType() {
        Field<String> name = Field.required("name", new Line(90, "Example Trust"), "the publisher's name");
        Field<String> url = Field.required("url", new WebAddress(), "the publisher's own site");
        return new Group<>("the publisher", List.of(name, url), f -> new Publisher(f.get(name), f.get(url)));
    }

    private static FieldType<Contact> contactType() {
        Field<Optional<String>> name = Field.optional("name", new Line(90, "The editors"), "who answers");
        Field<Optional<String>> email = Field.optional("email", new Email(), "where to write");
        Field<Optional<String>> url = Field.optional("url", new WebAddress(), "a page with a form");
        return new Group<>(
                "the contact", List.of(name, email, url), f -> new Contact(f.get(name), f.get(email), f.get(url)));
    }

    private static FieldType<Source> sourceType() {
        Field<String> title = Field.required("title", new Line(200, "Annual report 2024"), "its title");
        Field<String> publisher = Field.required("publisher", new Line(120, "Example Trust"), "who published it");
        Field<String> url = Field.required("url", new WebAddress(), "where it is");
        Field<PartialDate> published = Field.required("published", new FlexibleDate(), "when it was published");
        return new Group<>(
                "the source",
                List.of(title, publisher, url, published),
                f -> new Source(f.get(title), f.get(publisher), f.get(url), f.get(published)));
    }
}
