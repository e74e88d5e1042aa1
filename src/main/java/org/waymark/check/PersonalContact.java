package org.waymark.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.source.SourceFile;

/** A file holds the e-mail address of a person, or the number of a mobile phone. */
final class PersonalContact implements FileRule {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<name>[\\p{L}\\p{N}._%+'-]{1,64})@(?<domain>(?:[\\p{L}\\p{N}-]{1,63}\\.){1,10}(?!png|jpe?g|svg|gif|webp)\\p{L}{2,})");
    /** {@code jane.smith}, {@code j.smith}, {@code jane_smith}, {@code jane-smith2} */
    private static final Pattern PERSON = Pattern.compile("\\p{L}+[._-]\\p{L}+(?:[._-]\\p{L}+)?\\d{0,4}");

    @Override
    public Code code() {
        return Codes.PERSONAL_CONTACT;
    }

    @Override
    public Stream<Diagnostic> check(SourceFile file) {
        return Stream.concat(addresses(file), numbers(file));
    }

    private Stream<Diagnostic> addresses(SourceFile file) {
        if (file.text().indexOf('@') < 0) {
            return Stream.empty();
        }
        Set<String> privateDomains = WordFile.words("free-mail.txt");
        Set<String> roles = WordFile.words("role-mailboxes.txt");
        return ADDRESS.matcher(file.text())
                .results()
                .filter(found -> !Address.surrounds(file.text(), found.start()))
                .filter(found -> isPersonal(found.group(), privateDomains, roles))
                .map(found -> Diagnostic.of(
                        code(),
                        file.span(found.start(), found.end()),
                        "`" + found.group() + "` seems to be the address of a person",
                        "give an address that belongs to a task, such as `enquiries@`, or a page with a form"));
    }

    private static boolean isPersonal(String address, Set<String> privateDomains, Set<String> roles) {
        Matcher parts = ADDRESS.matcher(address.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return false;
        }
        String name = parts.group("name");
        return privateDomains.contains(parts.group("domain"))
                || (PERSON.matcher(name).matches()
                        && Arrays.stream(name.split("[^\\p{L}]+")).noneMatch(roles::contains));
    }

    private Stream<Diagnostic> numbers(SourceFile file) {
        return MobileNumbers.hasCandidate(file.text())
                ? MobileNumbers.in(file).stream()
                        .map(span -> Diagnostic.of(
                                code(),
                                span,
                                "this is the number of a mobile phone, which usually belongs to a person",
                                "give the number of an office or switchboard; if the phone belongs to a service, "
                                        + "allow `personal-contact` in the entry"))
                : Stream.empty();
    }
}
