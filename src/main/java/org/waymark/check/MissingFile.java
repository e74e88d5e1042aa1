package org.waymark.check;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean.Suggestion;
import org.waymark.diagnostic.Fix;
import org.waymark.directory.Entry;
import org.waymark.directory.LinkPath;
import org.waymark.markdown.Prose;
import org.waymark.source.Span;

/** What was probably meant by a link to a file that does not exist. */
final class MissingFile {
    static final String MAILBOX = "[^\\s@/?:]+@[^\\s@/?:]+\\.[^\\s@/?:]+";

    private static final Pattern ONLY_MAILBOX = Pattern.compile(MAILBOX);

    /** An address within curly quotation marks, as word processors type them. */
    private static final Pattern IN_QUOTES = Pattern.compile(
            "[\u2018-\u201F\"']+((?:https?://|mailto:|\\.{0,2}/)[^\u2018-\u201F\"']+)[\u2018-\u201F\"']+");

    /** The scheme of a web address without its colon or with a semicolon. */
    private static final Pattern SCHEME_SLIP =
            Pattern.compile("(?i)(https?);?/{1,3}([\\w-]+(?:\\.[\\w-]+)++(?:/\\S*)?)");

    /** A phone number; one with spaces is not parsed as a link at all. */
    private static final Pattern TELEPHONE = Pattern.compile("(?:\\+[1-9]|0[1-9])\\d{1,4}[.-]?\\d{3,4}[.-]?\\d{2,5}");

    private final LinkTargets targets;
    private final Entry from;
    private final Prose.Link link;
    private final String path;
    private final Optional<LinkPath> target;

    MissingFile(LinkTargets targets, Entry from, Prose.Link link) {
        this.targets = targets;
        this.from = from;
        this.link = link;
        path = withoutFragment(link.destination());
        target = LinkPath.resolve(from.path(), link.destination());
    }

    Diagnostic report() {
        String message = target.isPresent()
                ? "there is no file `" + path + "` relative to this one"
                : "`" + link.destination() + "` is not a path to a file of this directory";
        Diagnostic finding = Diagnostic.of(Codes.BROKEN_LINK, link.span(), message);
        Optional<String> address = address();
        if (address.isPresent()) {
            return finding.withHelp(Optional.of("did you mean `" + address.get() + "`?"))
                    .withFix(change(address.get()));
        }
        Optional<String> current = currentPath();
        if (current.isPresent()) {
            return finding.withHelp(Optional.of("it is called `" + current.get() + "` now"))
                    .withFix(change(current.get()));
        }
        Optional<String> addressed = targets.addressed(from, path)
                .map(entry -> LinkPath.relative(from.path(), entry.path()))
                .filter(BrokenLink::isPlain);
        if (addressed.isPresent()) {
            return finding.withHelp(Optional.of("did you mean `" + addressed.get() + "`?"))
                    .withFix(span().map(span -> Fix.change(span, addressed.get(), isWhole())));
        }
        Optional<String> gone = target.flatMap(file -> targets.goneFrom(file.path()));
        Optional<Suggestion> near = gone.isPresent()
                ? Optional.empty()
                : targets.withId(from.path(), path).or(() -> targets.near(from.path(), path));
        String help = gone.or(() -> near.map(Suggestion::question))
                .orElseGet(() -> "write the path from this file to the other"
                        + targets.example(from.path())
                                .map(file -> ", such as `" + file + "`")
                                .orElse(""));
        return finding.withHelp(Optional.of(help))
                .withFix(near.filter(file -> BrokenLink.isPlain(file.name())).flatMap(file -> file.fix(span())));
    }

    /** An e-mail or web address typed without its scheme, or with a mistake in it. */
    private Optional<String> address() {
        Matcher quoted = IN_QUOTES.matcher(link.destination());
        if (quoted.matches()) {
            return Optional.of(quoted.group(1));
        }
        if (ONLY_MAILBOX.matcher(path).matches()) {
            return Optional.of("mailto:" + path);
        }
        if (TELEPHONE.matcher(path).matches()) {
            return Optional.of("tel:" + path.replaceAll("[.-]", ""));
        }
        Matcher scheme = SCHEME_SLIP.matcher(path);
        if (scheme.matches()) {
            return Optional.of(scheme.group(1).toLowerCase(Locale.ROOT) + "://" + scheme.group(2));
        }
        return Optional.of("https://" + path).filter(each -> path.startsWith("www."));
    }

    /** The present location of the entry that was once in this file. */
    private Optional<String> currentPath() {
        return target.flatMap(file -> targets.formerly(file.path()))
                .map(entry -> LinkPath.relative(from.path(), entry.path()))
                .filter(BrokenLink::isPlain);
    }

    private Optional<Fix> change(String text) {
        return span().map(span -> Fix.change(span, text, true));
    }

    /** Whether the link is a path alone, without a heading. */
    private boolean isWhole() {
        return path.length() == link.destination().length();
    }

    /** The span of the path, if it is written out in the text. */
    private Optional<Span> span() {
        return BrokenLink.written(link).map(span -> span.part(0, path.length()));
    }

    private static String withoutFragment(String destination) {
        int hash = destination.indexOf('#');
        return hash < 0 ? destination : destination.substring(0, hash);
    }
}
