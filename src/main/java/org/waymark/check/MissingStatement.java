package org.waymark.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.Site;
import org.waymark.schema.EntryName;
import org.waymark.schema.Kind;

/** The site lacks an entry that readers of every site expect, such as a privacy notice. */
final class MissingStatement implements Rule {
    @Override
    public Code code() {
        return Codes.MISSING_STATEMENT;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return directory
                .entries(Site.KIND)
                .flatMap(site -> directory.kinds().withPages().stream()
                        .flatMap(kind -> kind.statements().stream()
                                .flatMap(statement -> check(directory, site, kind, statement).stream())));
    }

    private Optional<Diagnostic> check(Directory directory, Entry site, Kind kind, Kind.Statement statement) {
        var name = new EntryName(kind, statement.id());
        Optional<Entry> entry = directory
                .entryOf(name)
                .or(() -> Optional.ofNullable(directory.byFormerName().get(name)));
        if (entry.filter(found -> !found.isComplete() || directory.isPublished(found))
                .isPresent()) {
            return Optional.empty();
        }
        boolean isWritten = entry.isPresent();
        String words = kind.noun().one() + " `" + statement.id() + "`";
        return Optional.of(Diagnostic.of(
                code(),
                site.origin().of(Site.TITLE),
                isWritten
                        ? "the " + words + " is not published, so nothing tells readers " + statement.about()
                        : "no " + words + " tells readers " + statement.about(),
                isWritten
                        ? "remove what holds it back, such as `draft: yes`, from `"
                                + entry.get().path() + "`"
                        : "write `" + kind.fileOf(statement.id()) + "`, with what applies to this site"));
    }
}
