package org.waymark.check;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Entry;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/**
 * A file contains the e-mail address or mobile number of a person. Where a kind says how to reach its entries, any telephone is meant
 * to be public, and so is a mailbox at any provider, unless it has the name of a person.
 */
final class PersonalContact implements FileRule {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<name>[\\p{L}\\p{N}._%+'-]{1,64})@(?<domain>(?:[\\p{L}\\p{N}-]{1,63}\\.){1,10}(?!png|jpe?g|svg|gif|webp)\\p{L}{2,})");
    /** {@code jane.smith}, {@code smith.jane}, {@code j.smith}, {@code jane_smith}, {@code jane-smith2} */
    private static final Pattern TWO_NAMES = Pattern.compile("\\p{L}+[._-]\\p{L}+(?:[._-]\\p{L}+)?\\d{0,4}");

    private static final Pattern INITIAL = Pattern.compile("\\p{L}[._-](?:\\p{L}[._-])?\\p{L}{3,}\\d{0,4}");

    /** Names for examples (RFC 2606), and hosts of mailing lists. */
    private static final Pattern NOBODY = Pattern.compile(
            "(?:.*\\.)?(?:example\\.(?:com|net|org|edu|co\\.uk|org\\.uk|nhs\\.uk)|example|test|invalid|localhost|local)"
                    + "|(?:.*\\.)?(?:lists?|groups|googlegroups|mailman)\\..*");

    /** Clubs, parishes and shops have mailboxes there too; the address of one may contain such a word anywhere. */
    private static final int LONG_WORD = 4;

    /** Read once, and only if there is an address to check. */
    private static final class Known {
        static final Set<String> PRIVATE_DOMAINS = WordFile.words("free-mail.txt");
        static final Set<String> ROLES = WordFile.words("role-mailboxes.txt");
        static final Set<String> GIVEN_NAMES = WordFile.words("given-names.txt");
    }

    @Override
    public Code code() {
        return Codes.PERSONAL_CONTACT;
    }

    @Override
    public Stream<Diagnostic> check(SourceFile file, List<Entry> entries) {
        return Stream.concat(addresses(file, entries), numbers(file, entries));
    }

    /** Whether a place is in a field by which readers reach an entry. */
    private static boolean isPublic(Span place, List<Entry> entries) {
        return entries.stream()
                .anyMatch(entry -> entry.kind().fields().stream()
                        .filter(field -> entry.kind().presentation().isContact(field))
                        .flatMap(field -> entry.origin().given(field).stream())
                        .anyMatch(value -> value.start().compareTo(place.start()) <= 0
                                && value.end().compareTo(place.end()) >= 0));
    }

    private Stream<Diagnostic> addresses(SourceFile file, List<Entry> entries) {
        if (!file.has('@')) {
            return Stream.empty();
        }
        List<MatchResult> found = ADDRESS.matcher(file.text())
                .results()
                .filter(each -> !Address.surrounds(file.text(), each.start()))
                .filter(each -> isPersonal(each.group()))
                .filter(each -> isNamed(each.group()) || !isPublic(file.span(each.start(), each.end()), entries))
                .toList();
        BitSet code = found.isEmpty() ? new BitSet() : CodeInText.in(file.text());
        return found.stream()
                .filter(each -> !code.get(each.start()))
                .map(each -> Diagnostic.of(
                        code(),
                        file.span(each.start(), each.end()),
                        "`" + each.group() + "` seems to be the address of a person",
                        "give the address of a team or role, such as `enquiries@`, or a page with a form"));
    }

    private static boolean isPersonal(String address) {
        Matcher parts = ADDRESS.matcher(address.toLowerCase(Locale.ROOT));
        if (!parts.matches() || NOBODY.matcher(parts.group("domain")).matches()) {
            return false;
        }
        String name = parts.group("name");
        List<String> words = List.of(name.split("[^\\p{L}]+"));
        if (words.stream().anyMatch(Known.ROLES::contains)) {
            return false;
        }
        return isNamed(address)
                || (Known.PRIVATE_DOMAINS.contains(parts.group("domain"))
                        && Known.ROLES.stream().noneMatch(role -> role.length() >= LONG_WORD && name.contains(role)));
    }

    /** Whether its name is that of a person. */
    private static boolean isNamed(String address) {
        String name = address.substring(0, address.indexOf('@')).toLowerCase(Locale.ROOT);
        return INITIAL.matcher(name).matches()
                || (TWO_NAMES.matcher(name).matches()
                        && Stream.of(name.split("[^\\p{L}]+")).anyMatch(Known.GIVEN_NAMES::contains));
    }

    private Stream<Diagnostic> numbers(SourceFile file, List<Entry> entries) {
        return MobileNumbers.hasCandidate(file.text())
                ? MobileNumbers.in(file).stream()
                        .filter(span -> !isPublic(span, entries))
                        .map(span -> Diagnostic.of(
                                code(),
                                span,
                                "this is the number of a mobile phone, which usually belongs to a person",
                                "give the number of an office or switchboard; if the phone belongs to a service, "
                                        + "allow `personal-contact` in the entry"))
                : Stream.empty();
    }
}
