package org.waymark.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.waymark.markdown.Prose;
import org.waymark.schema.Choice;
import org.waymark.schema.Date;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.FlexibleDate;
import org.waymark.schema.Group;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Line;
import org.waymark.schema.ListOf;
import org.waymark.schema.Origin;
import org.waymark.schema.PartialDate;
import org.waymark.schema.Ref;
import org.waymark.schema.Reference;
import org.waymark.schema.WebAddress;
import org.waymark.schema.WholeNumber;
import org.waymark.source.Span;

/** What one organisation did, where, and the results, with sources. */
public record CaseStudy(
        Id id,
        String title,
        String summary,
        Ref<Organisation> organisation,
        List<Ref<Service>> services,
        String place,
        Region region,
        Optional<String> period,
        Optional<Scale> scale,
        List<Figure> figures,
        Confidence confidence,
        List<Source> sources,
        LocalDate published,
        Reviewed reviewed,
        Visibility visibility,
        List<Id> formerIds,
        Prose body,
        Origin origin)
        implements Publishable {
    /** How many practices, primary care networks and patients it covers. */
    public record Scale(Optional<Integer> practices, Optional<Integer> pcns, Optional<Integer> patients) {}

    /** A headline number and what it counts, with the spans of both. */
    public record Figure(String value, String label, Span valueSpan, Span labelSpan) {}

    /**
     * A source of facts.
     *
     * @param published its publication date, if known
     * @param seen the date it was accessed
     * @param seenSpan the span of that date
     */
    public record Source(
            String title,
            String publisher,
            String url,
            Optional<PartialDate> published,
            PartialDate seen,
            Span seenSpan) {}

    public static final Field<String> TITLE = Field.required(
            "title", new Line(90, "Evening hubs for a rural county"), "what was done and where, in a few plain words");
    public static final Field<String> SUMMARY = Field.required(
            "summary", new Line(200, "Three hubs offer evening appointments."), "a summary in one or two sentences");
    public static final Field<Ref<Organisation>> ORGANISATION =
            Field.required("organisation", new Reference<>(Organisation.class, "taurus-healthcare"), "who did it");
    public static final Field<List<Ref<Service>>> SERVICES = Field.required(
            "services",
            ListOf.nonEmpty(new Reference<>(Service.class, "extended-access")),
            "the services of which it is an example");
    public static final Field<String> PLACE =
            Field.required("place", new Line(90, "Herefordshire"), "the town, county or borough");
    public static final Field<Region> REGION =
            Field.required("region", new Choice<>(Region.byLabel()), "the NHS England region, by its name");
    public static final Field<Optional<String>> PERIOD =
            Field.optional("period", new Line(60, "2018 onwards"), "when it took place");
    public static final Field<Optional<Scale>> SCALE =
            Field.optional("scale", scaleType(), "how many practices, pcns and patients it covers");
    public static final Field<List<Figure>> FIGURES =
            Field.list("figures", figureType(), "the numbers that readers should see first");
    public static final Field<Confidence> CONFIDENCE = Field.required(
            "confidence", new Choice<>(Confidence.byWord()), "how well the sources support it: high or medium");
    public static final Field<List<Source>> SOURCES =
            Field.required("sources", ListOf.nonEmpty(sourceType()), "where the facts come from");
    public static final Field<LocalDate> PUBLISHED =
            Field.required("published", new Date(), "the date it was added to the directory");

    public static final Kind<CaseStudy> KIND = new Kind<>(
            "case-study",
            "a case study",
            new Kind.MarkdownFolder("content/case-studies"),
            CaseStudy.class,
            List.of(
                    TITLE,
                    SUMMARY,
                    ORGANISATION,
                    SERVICES,
                    PLACE,
                    REGION,
                    PERIOD,
                    SCALE,
                    FIGURES,
                    CONFIDENCE,
                    SOURCES,
                    PUBLISHED,
                    Reviewed.REVIEWED,
                    Reviewed.REVIEW_BY,
                    Reviewed.OWNER,
                    Visibility.DRAFT,
                    Visibility.PUBLISH_ON,
                    Visibility.EXPIRE_ON,
                    Common.FORMER_IDS,
                    Common.ALLOW),
            f -> new CaseStudy(
                    f.id(),
                    f.get(TITLE),
                    f.get(SUMMARY),
                    f.get(ORGANISATION),
                    f.get(SERVICES),
                    f.get(PLACE),
                    f.get(REGION),
                    f.get(PERIOD),
                    f.get(SCALE),
                    f.get(FIGURES),
                    f.get(CONFIDENCE),
                    f.get(SOURCES),
                    f.get(PUBLISHED),
                    Reviewed.of(f),
                    Visibility.of(f),
                    Common.formerIds(f),
                    f.prose(),
                    f.origin()));

    @Override
    public String label() {
        return title;
    }

    private static FieldType<Scale> scaleType() {
        Field<Optional<Integer>> practices =
                Field.optional("practices", new WholeNumber(1, "24"), "how many practices");
        Field<Optional<Integer>> pcns =
                Field.optional("pcns", new WholeNumber(1, "5"), "how many primary care networks");
        Field<Optional<Integer>> patients =
                Field.optional("patients", new WholeNumber(1, "190000"), "how many registered patients");
        return new Group<>(
                "the scale",
                List.of(practices, pcns, patients),
                f -> new Scale(f.get(practices), f.get(pcns), f.get(patients)));
    }

    private static FieldType<Figure> figureType() {
        Field<String> value = Field.required("value", new Line(40, "3,600"), "the number, as readers should see it");
        Field<String> label =
                Field.required("label", new Line(120, "appointments offered in a month"), "what it counts");
        return new Group<>(
                "a figure",
                List.of(value, label),
                f -> new Figure(
                        f.get(value),
                        f.get(label),
                        f.origin().of(value),
                        f.origin().of(label)));
    }

    private static FieldType<Source> sourceType() {
        Field<String> title = Field.required("title", new Line(300, "Annual report 2024"), "its title");
        Field<String> publisher = Field.required("publisher", new Line(160, "Healthwatch"), "who published it");
        Field<String> url = Field.required("url", new WebAddress(), "where it is");
        Field<Optional<PartialDate>> published =
                Field.optional("published", new FlexibleDate(), "when it appeared, if it says so");
        Field<PartialDate> seen = Field.required("seen", new FlexibleDate(), "when you looked it up");
        return new Group<>(
                "a source",
                List.of(title, publisher, url, published, seen),
                f -> new Source(
                        f.get(title),
                        f.get(publisher),
                        f.get(url),
                        f.get(published),
                        f.get(seen),
                        f.origin().of(seen)));
    }
}
