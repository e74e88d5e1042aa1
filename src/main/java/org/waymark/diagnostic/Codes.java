package org.waymark.diagnostic;

import static org.waymark.diagnostic.Severity.ERROR;
import static org.waymark.diagnostic.Severity.WARNING;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The codes of all findings that Waymark reports. */
public final class Codes {
    // Reading a file
    public static final Code NOT_UTF_8 = new Code("not-utf-8", ERROR, "A file is not saved as UTF-8");
    public static final Code TOO_LONG =
            new Code("too-long", ERROR, "A file, a paragraph or a name is longer than Waymark accepts");
    public static final Code CONTROL_CHARACTER =
            new Code("control-character", ERROR, "A file contains an invisible control character");
    public static final Code MERGE_CONFLICT = new Code("merge-conflict", ERROR, "A merge conflict is unresolved");
    public static final Code MISSING_FRONT_MATTER =
            new Code("missing-front-matter", ERROR, "An entry does not begin with its fields between two lines of ---");
    public static final Code MISPLACED_FIELDS =
            new Code("misplaced-fields", ERROR, "Fields are below the line that ends them");
    public static final Code INVALID_YAML = new Code("invalid-yaml", ERROR, "A field is not valid YAML");
    public static final Code DUPLICATE_KEY = new Code("duplicate-key", ERROR, "A field is repeated");
    public static final Code INVALID_TABLE =
            new Code("invalid-table", ERROR, "A spreadsheet cannot be imported as it is");
    public static final Code UNKNOWN_FILE = new Code("unknown-file", ERROR, "A file in content is not of a known kind");
    public static final Code HOST_FILE = new Code("host-file", ERROR, "A file in content/host cannot be published");
    public static final Code MISSING_FILE =
            new Code("missing-file", ERROR, "A file that every directory needs is missing");

    // Fields
    public static final Code UNKNOWN_FIELD = new Code("unknown-field", ERROR, "This kind of entry has no such field");
    public static final Code MISSING_FIELD = new Code("missing-field", ERROR, "A required field is missing");
    public static final Code INVALID_VALUE = new Code("invalid-value", ERROR, "The value of a field is not valid");
    public static final Code COMMENT_IN_TEXT =
            new Code("comment-in-text", ERROR, "A comment character within a text hides the rest of it");

    // Identity and references
    public static final Code INVALID_ID = new Code("invalid-id", ERROR, "A file name cannot be used in an address");
    public static final Code DUPLICATE_ID = new Code("duplicate-id", ERROR, "Two entries have the same id");
    public static final Code FORMER_ID_IN_USE =
            new Code("former-id-in-use", ERROR, "An address that should redirect belongs to an entry");
    public static final Code UNKNOWN_REFERENCE =
            new Code("unknown-reference", ERROR, "A field names an entry that does not exist");
    public static final Code REDIRECT_LOOP =
            new Code("redirect-loop", ERROR, "The redirects of removed entries form a loop");
    public static final Code UNPUBLISHED_LINK =
            new Code("unpublished-link", ERROR, "An entry links to one that is not published");
    public static final Code MISSING_LABELS =
            new Code("missing-labels", ERROR, "Labels are missing in the language of the site");
    public static final Code INCOMPLETE_SERVICE_DATA = new Code(
            "incomplete-service-data", ERROR, "Open Referral data are wanted, but lack something that they need");

    // Text
    public static final Code BROKEN_LINK = new Code("broken-link", ERROR, "A link is broken");
    public static final Code OWN_ADDRESS =
            new Code("own-address", WARNING, "A link to an entry has the address of its page, not of its file");
    public static final Code UNSAFE_LINK = new Code("unsafe-link", ERROR, "A link could harm readers");
    public static final Code LOOKALIKE_LINK =
            new Code("lookalike-link", ERROR, "A link's address looks like that of another site");
    public static final Code MISLEADING_LINK =
            new Code("misleading-link", WARNING, "A link's text is a different address from its own");
    public static final Code MISSING_IMAGE = new Code("missing-image", ERROR, "An image is not in content/images");
    public static final Code MISSING_ALT_TEXT =
            new Code("missing-alt-text", ERROR, "An image has no description for those who cannot see it");
    public static final Code WRONG_FORMAT =
            new Code("wrong-format", ERROR, "A file is not what its name says, or is incomplete");
    public static final Code WRONG_EXTENSION =
            new Code("wrong-extension", WARNING, "The extension of an image does not match its format");
    public static final Code PHOTO_POSITION = new Code("photo-position", ERROR, "A photo says where it was taken");
    public static final Code LARGE_IMAGE = new Code("large-image", WARNING, "An image takes a long time to load");
    public static final Code INACCESSIBLE_PDF =
            new Code("inaccessible-pdf", WARNING, "A PDF cannot be read well with a screen reader");
    public static final Code UNUSED_FILE = new Code("unused-file", WARNING, "No text links to a file for download");
    public static final Code RAW_HTML = new Code("raw-html", ERROR, "A text contains HTML, which is not published");
    public static final Code UNRENDERED_MARKUP =
            new Code("unrendered-markup", WARNING, "Readers see markup as it is typed");
    public static final Code UNINTENDED_MARKUP =
            new Code("unintended-markup", WARNING, "A text is shown as a heading, code or a list by mistake");
    public static final Code UNCLOSED_CODE =
            new Code("unclosed-code", ERROR, "Code is never closed, so that the text below it is shown as code");
    public static final Code UNUSED_DEFINITION = new Code(
            "unused-definition", WARNING, "A line is not shown, since it only defines an address that no link uses");
    public static final Code PLACEHOLDER_TEXT =
            new Code("placeholder-text", WARNING, "A text still contains placeholder words");
    public static final Code EMPTY_HEADING = new Code("empty-heading", ERROR, "A heading has no words");
    public static final Code EMPTY_SECTION = new Code("empty-section", WARNING, "A heading has nothing below it");
    public static final Code REPEATED_HEADING =
            new Code("repeated-heading", WARNING, "Two headings of one section have the same words");
    public static final Code BOLD_HEADING =
            new Code("bold-heading", WARNING, "A bold or numbered line is used as a heading");
    public static final Code HEADING_ORDER = new Code("heading-order", WARNING, "A heading skips a level");
    public static final Code INVALID_HEADING_ID =
            new Code("invalid-heading-id", ERROR, "The id of a heading cannot be used");
    public static final Code BROKEN_FOOTNOTE =
            new Code("broken-footnote", ERROR, "A text refers to a footnote that does not exist");
    public static final Code UNUSED_FOOTNOTE =
            new Code("unused-footnote", WARNING, "Readers do not see a footnote, since nothing refers to it");
    public static final Code EMPTY_BODY = new Code("empty-body", ERROR, "An entry has no text");
    public static final Code VAGUE_LINK_TEXT =
            new Code("vague-link-text", WARNING, "A link's text does not say where it leads");

    // People
    public static final Code NHS_NUMBER = new Code("nhs-number", ERROR, "A file contains the NHS number of a patient");
    public static final Code PERSONAL_CONTACT =
            new Code("personal-contact", WARNING, "A file contains a person's e-mail address or mobile number");

    // Words
    public static final Code MARKUP_IN_FIELD =
            new Code("markup-in-field", WARNING, "A plain-text field contains markup");
    public static final Code GARBLED_TEXT =
            new Code("garbled-text", WARNING, "A word contains remnants from another program");
    public static final Code DUPLICATE_SOURCE = new Code("duplicate-source", WARNING, "An entry names a source twice");
    public static final Code FUTURE_DATE =
            new Code("future-date", WARNING, "A date that must be in the past is in the future");
    public static final Code SELF_REFERENCE = new Code("self-reference", WARNING, "An entry refers to itself");
    public static final Code DOUBLED_WORD = new Code("doubled-word", WARNING, "A word is repeated");
    public static final Code LONG_SENTENCE = new Code("long-sentence", WARNING, "A sentence has more than 30 words");
    public static final Code LONG_PARAGRAPH =
            new Code("long-paragraph", WARNING, "A paragraph has more than 120 words");
    public static final Code PLAIN_ENGLISH = new Code("plain-english", WARNING, "There are plainer words");
    public static final Code AMERICAN_SPELLING =
            new Code("american-spelling", WARNING, "A word is spelled as in American English");
    public static final Code INCONSISTENT_SPELLING =
            new Code("inconsistent-spelling", WARNING, "A word is spelled differently elsewhere");
    public static final Code UNEXPLAINED_ACRONYM =
            new Code("unexplained-acronym", WARNING, "Nothing explains an abbreviation");
    public static final Code UNDEFINED_TERM_USE =
            new Code("undefined-term-use", WARNING, "A text refers to something that has ended as if it still existed");
    public static final Code FIGURE_NOT_IN_TEXT =
            new Code("figure-not-in-text", WARNING, "A figure does not occur in the text");

    public static final Code PROOFREADING =
            new Code("proofreading", WARNING, "A word or sentence seems wrong to a proofreader");

    // The directory as a whole
    public static final Code DUPLICATE_NAME =
            new Code("duplicate-name", WARNING, "Two entries of one kind have the same name");
    public static final Code UNREFERENCED_ENTRY =
            new Code("unreferenced-entry", WARNING, "No entry refers to one that readers only reach through others");
    public static final Code UNMATCHED_SYNONYM =
            new Code("unmatched-synonym", WARNING, "Words for search occur in no text");
    public static final Code MISSING_STATEMENT = new Code(
            "missing-statement", WARNING, "The site lacks a page that readers expect, such as a privacy notice");
    public static final Code FUTURE_DEAD_LINK =
            new Code("future-dead-link", WARNING, "An entry will link to one that is no longer published");
    public static final Code VANISHED_ROUTE =
            new Code("vanished-route", ERROR, "A published address would stop working");
    public static final Code PUBLISHED_DRAFT =
            new Code("published-draft", WARNING, "An entry that was published is a draft again");
    public static final Code PUBLICATION_DATES =
            new Code("publication-dates", ERROR, "An entry expires before it is published");
    public static final Code PUBLISHED_DAY = new Code(
            "published-day", WARNING, "A publication date is not the day on which readers first see the entry");
    public static final Code REVIEW_DATES =
            new Code("review-dates", ERROR, "The dates of a review contradict each other");
    public static final Code OVERDUE_REVIEW = new Code("overdue-review", WARNING, "An entry's review date has passed");
    public static final Code UNVOUCHED_REVIEW =
            new Code("unvouched-review", WARNING, "A review is not as the policy of its kind demands");
    public static final Code STALE_SOURCE =
            new Code("stale-source", WARNING, "A source was last looked up more than a year ago");
    public static final Code UNUSED_ALLOW = new Code("unused-allow", WARNING, "An `allow` has no effect");

    // Links to other sites, requested only by {@code waymark links}
    public static final Code DEAD_LINK = new Code("dead-link", WARNING, "A page on another site cannot be reached");
    public static final Code MOVED_LINK =
            new Code("moved-link", WARNING, "A page on another site has moved permanently");
    public static final Code INSECURE_REDIRECT =
            new Code("insecure-redirect", WARNING, "A link redirects to an unencrypted page");
    public static final Code PRIVATE_LINK =
            new Code("private-link", ERROR, "A link leads into a private network, which readers cannot reach");
    public static final Code UNCHECKED_LINK =
            new Code("unchecked-link", WARNING, "A page on another site cannot be checked automatically");

    // Shapes
    public static final Code UNUSED_VOCABULARY =
            new Code("unused-vocabulary", WARNING, "No field offers the choices of a vocabulary");
    public static final Code SAME_POSITION =
            new Code("same-position", WARNING, "Two lists have the same position in the navigation");

    // Templates
    public static final Code TEMPLATE_ERROR = new Code("template-error", ERROR, "A template cannot be used");
    public static final Code UNKNOWN_TEMPLATE = new Code("unknown-template", WARNING, "A template that no page uses");

    // Baseline
    public static final Code UNUSED_BASELINE =
            new Code("unused-baseline", WARNING, "The baseline tolerates what no longer occurs");

    /** In the order of declaration, which is also the order in which they are explained. */
    public static final List<Code> ALL = List.of(
            NOT_UTF_8,
            TOO_LONG,
            CONTROL_CHARACTER,
            MERGE_CONFLICT,
            MISSING_FRONT_MATTER,
            MISPLACED_FIELDS,
            INVALID_YAML,
            DUPLICATE_KEY,
            INVALID_TABLE,
            UNKNOWN_FILE,
            HOST_FILE,
            MISSING_FILE,
            UNKNOWN_FIELD,
            MISSING_FIELD,
            INVALID_VALUE,
            COMMENT_IN_TEXT,
            INVALID_ID,
            DUPLICATE_ID,
            FORMER_ID_IN_USE,
            UNKNOWN_REFERENCE,
            REDIRECT_LOOP,
            UNPUBLISHED_LINK,
            MISSING_LABELS,
            INCOMPLETE_SERVICE_DATA,
            BROKEN_LINK,
            OWN_ADDRESS,
            UNSAFE_LINK,
            LOOKALIKE_LINK,
            MISLEADING_LINK,
            MISSING_IMAGE,
            MISSING_ALT_TEXT,
            WRONG_FORMAT,
            WRONG_EXTENSION,
            PHOTO_POSITION,
            LARGE_IMAGE,
            INACCESSIBLE_PDF,
            UNUSED_FILE,
            RAW_HTML,
            UNRENDERED_MARKUP,
            UNINTENDED_MARKUP,
            UNCLOSED_CODE,
            UNUSED_DEFINITION,
            PLACEHOLDER_TEXT,
            EMPTY_HEADING,
            EMPTY_SECTION,
            REPEATED_HEADING,
            BOLD_HEADING,
            HEADING_ORDER,
            INVALID_HEADING_ID,
            BROKEN_FOOTNOTE,
            UNUSED_FOOTNOTE,
            EMPTY_BODY,
            VAGUE_LINK_TEXT,
            NHS_NUMBER,
            PERSONAL_CONTACT,
            MARKUP_IN_FIELD,
            GARBLED_TEXT,
            DUPLICATE_SOURCE,
            FUTURE_DATE,
            SELF_REFERENCE,
            DOUBLED_WORD,
            LONG_SENTENCE,
            LONG_PARAGRAPH,
            PLAIN_ENGLISH,
            AMERICAN_SPELLING,
            INCONSISTENT_SPELLING,
            UNEXPLAINED_ACRONYM,
            UNDEFINED_TERM_USE,
            FIGURE_NOT_IN_TEXT,
            PROOFREADING,
            DUPLICATE_NAME,
            UNREFERENCED_ENTRY,
            UNMATCHED_SYNONYM,
            MISSING_STATEMENT,
            FUTURE_DEAD_LINK,
            VANISHED_ROUTE,
            PUBLISHED_DRAFT,
            PUBLICATION_DATES,
            PUBLISHED_DAY,
            REVIEW_DATES,
            OVERDUE_REVIEW,
            UNVOUCHED_REVIEW,
            STALE_SOURCE,
            UNUSED_ALLOW,
            DEAD_LINK,
            MOVED_LINK,
            INSECURE_REDIRECT,
            PRIVATE_LINK,
            UNCHECKED_LINK,
            UNUSED_VOCABULARY,
            SAME_POSITION,
            TEMPLATE_ERROR,
            UNKNOWN_TEMPLATE,
            UNUSED_BASELINE);

    /** Findings about allowances and the baseline themselves. */
    private static final List<Code> NEVER_ALLOWED = List.of(UNUSED_ALLOW, UNUSED_BASELINE);

    /**
     * Current names by former ones, which keep working wherever a code is named: in {@code allow}, {@code severities}, baselines
     * and commands.
     */
    public static final Map<String, String> FORMER =
            Map.of("empty-category", UNREFERENCED_ENTRY.name(), "unused-organisation", UNREFERENCED_ENTRY.name());

    private Codes() {}

    /** The code of a name, which may be a former one. */
    public static Optional<Code> named(String name) {
        String current = FORMER.getOrDefault(name, name);
        return ALL.stream().filter(code -> code.name().equals(current)).findFirst();
    }

    /** The former names of a code. */
    static List<String> formerNames(Code code) {
        return FORMER.entrySet().stream()
                .filter(former -> former.getValue().equals(code.name()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    public static List<String> names() {
        return ALL.stream().map(Code::name).toList();
    }

    /**
     * The names of codes whose severity a site may set. Their findings leave every entry readable, with an address of
     * its own, so the site can be published regardless.
     */
    public static List<String> adjustable() {
        return ALL.subList(ALL.indexOf(BROKEN_LINK), ALL.indexOf(TEMPLATE_ERROR)).stream()
                .map(Code::name)
                .toList();
    }

    /**
     * The names of codes that neither check nor build reports, so neither can say whether an entry allows one
     * unnecessarily.
     */
    public static List<String> foundElsewhere() {
        return Stream.of(PROOFREADING, DEAD_LINK, MOVED_LINK, INSECURE_REDIRECT, PRIVATE_LINK, UNCHECKED_LINK)
                .map(Code::name)
                .toList();
    }

    /**
     * The names of codes that an entry may allow: warnings only, since errors would mislead readers or break the
     * site.
     */
    public static List<String> allowable() {
        return ALL.stream()
                .filter(code -> code.severity() == WARNING && !NEVER_ALLOWED.contains(code))
                .map(Code::name)
                .toList();
    }
}
