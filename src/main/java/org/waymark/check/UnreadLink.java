package org.waymark.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.LinkPath;
import org.waymark.schema.Id;
import org.waymark.source.Edit;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/** The brackets of a link that Markdown does not parse, so readers would see them. */
final class UnreadLink {
    /** An e-mail address or telephone number, perhaps with spaces. */
    private static final Pattern CONTACT = Pattern.compile("\\]\\(((?:mailto|tel):[^()]*)\\)$");

    private static final Pattern PLAIN_CONTACT =
            Pattern.compile("mailto:" + MissingFile.MAILBOX + "(?:\\?[^\\s\"<>]*)?|tel:\\+?[0-9][0-9.-]*");

    /** The size of an image in the notation of some editors, after its address and perhaps a title. */
    private static final Pattern SIZE = Pattern.compile(
            "\\]\\((\\S+)(?:\\s+\"[^\"]*\")?(\\s+=(?:\\d+(?:%|px)?)?(?:[x*](?:\\d+(?:%|px)?)?)?\\s*)\\)$");

    private static final Pattern TELEPHONE = Pattern.compile("\\]\\((\\s*\\+?[\\d][\\d ./-]{5,20}\\d\\s*)\\)$");

    private static final Pattern PATH = Pattern.compile(
            "(?i)\\]\\((?!https?:)([^()\\n\"]+\\.(?:md|png|jpe?g|gif|svg|webp|avif|pdf|docx?|xlsx?|pptx?|od[tsp]|csv|txt))\\)$");

    private static final Pattern TITLE =
            Pattern.compile("\\]\\(((?:https?://|\\.{0,2}/)[^\\s()]+)[ \\t]+([“”„‘]?[\\p{L}\\p{N}][^()\"\\n]*)\\)$");

    private static final Pattern CURLY = Pattern.compile("^[“”„‘]|[“”’]$");

    /** A link with its words and its address swapped, which another rule reports. */
    private static final Pattern SWAPPED = Pattern.compile("\\[(?:https?://|www\\.)\\S+\\]\\(");

    private final Directory directory;
    private final Entry from;
    private final Span span;
    private final String typed;

    private UnreadLink(Directory directory, Entry from, Span span) {
        this.directory = directory;
        this.from = from;
        this.span = span;
        typed = from.file().text(span);
    }

    static Stream<Diagnostic> check(Directory directory, Entry from) {
        return from.body().stream()
                .flatMap(body -> body.unreadLinks().stream())
                .map(span -> new UnreadLink(directory, from, span))
                .filter(link -> !SWAPPED.matcher(link.typed).lookingAt())
                .map(UnreadLink::report);
    }

    private Diagnostic report() {
        return spacedContact()
                .or(this::telephone)
                .or(this::sizedImage)
                .or(this::spacedFile)
                .or(this::bareTitle)
                .orElseGet(() -> finding(
                        "this is not recognised as a link, so readers would see the brackets",
                        "write `%20` for a space in an address, and a line `[name]: address` for a name in brackets"));
    }

    private Optional<Diagnostic> spacedContact() {
        Matcher contact = CONTACT.matcher(typed);
        if (!contact.find()) {
            return Optional.empty();
        }
        String address = withoutSpaces(contact.group(1));
        if (!PLAIN_CONTACT.matcher(address).matches()) {
            return Optional.empty();
        }
        return Optional.of(finding(
                        "there is a space in the address, so this is not recognised as a link",
                        "write `" + address + "`")
                .withFix(Optional.of(Fix.change(part(contact, 1), address, true))));
    }

    /** A phone number without its scheme. */
    private Optional<Diagnostic> telephone() {
        Matcher number = TELEPHONE.matcher(typed);
        if (!number.find()) {
            return Optional.empty();
        }
        String address = "tel:" + number.group(1).replaceAll("\\(0\\)|[^+\\d]", "");
        return Optional.of(finding(
                        "a telephone number is not an address, so this is not recognised as a link",
                        "write `" + address + "`")
                .withFix(Optional.of(Fix.change(part(number, 1), address, true))));
    }

    /** A file with a space in its name, which is better renamed than percent-encoded. */
    private Optional<Diagnostic> spacedFile() {
        Matcher path = PATH.matcher(typed);
        if (!path.find()) {
            return Optional.empty();
        }
        String address = path.group(1).strip();
        String name = address.substring(address.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        String better = Id.from(name.substring(0, dot)) + name.substring(dot).toLowerCase(Locale.ROOT);
        String folder = address.substring(0, address.length() - name.length());
        boolean isThere = LinkPath.resolve(from.path(), address.replace(" ", "%20"))
                .filter(target -> directory.hasImage(target.path())
                        || directory.attachment(target.path()).isPresent())
                .isPresent();
        String help = isThere && name.indexOf(' ') >= 0
                ? "rename the file to `" + better + "`, and write `" + folder + better + "`"
                : "write the path without spaces, such as `" + folder.replace(" ", "%20") + better + "`";
        return Optional.of(finding("there is a space in the path, so this is not recognised as a link", help));
    }

    /** A title after the address, without its quotation marks. */
    private Optional<Diagnostic> bareTitle() {
        Matcher title = TITLE.matcher(typed);
        if (!title.find()) {
            return Optional.empty();
        }
        String better = "\"" + CURLY.matcher(title.group(2).strip()).replaceAll("") + "\"";
        return Optional.of(finding(
                        "the words after the address are not in quotation marks, so this is not recognised as a link",
                        "write `" + title.group(1) + " " + better + "`, or leave the words out")
                .withFix(Optional.of(Fix.change(part(title, 2), better, false))));
    }

    private Optional<Diagnostic> sizedImage() {
        SourceFile file = from.file();
        int start = file.offset(span.start());
        Matcher size = SIZE.matcher(typed);
        if (start == 0 || file.text().charAt(start - 1) != '!' || !size.find()) {
            return Optional.empty();
        }
        boolean isImage = !typed.startsWith("[]")
                && LinkPath.resolve(from.path(), size.group(1))
                        .filter(target -> directory.hasImage(target.path()))
                        .isPresent();
        String sign = size.group(2).strip();
        return Optional.of(finding(
                        "Markdown has no sizes for images, so this is not recognised as an image",
                        "remove `" + sign + "`")
                .withFix(Optional.of(new Fix("Remove `" + sign + "`", isImage, List.of(new Edit(part(size, 2), ""))))));
    }

    private Diagnostic finding(String message, String help) {
        return Diagnostic.of(Codes.BROKEN_LINK, span, message, help);
    }

    private Span part(Matcher found, int group) {
        int start = from.file().offset(span.start());
        return from.file().span(start + found.start(group), start + found.end(group));
    }

    /** Spaces in the subject of an e-mail are intended. */
    private static String withoutSpaces(String address) {
        int query = address.indexOf('?');
        int end = query < 0 ? address.length() : query;
        return address.substring(0, end).replaceAll("\\s", "")
                + address.substring(end).strip().replaceAll("\\s", "%20");
    }
}
