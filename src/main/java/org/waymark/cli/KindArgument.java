package org.waymark.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.waymark.content.ProjectShape;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.directory.Kinds;
import org.waymark.schema.Kind;
import picocli.CommandLine.ITypeConverter;

/**
 * The name of a kind as typed, singular or plural. Which kinds there are is known only once the project has been read.
 *
 * @param name as typed
 */
record KindArgument(String name) {
    /** The kind of entries that has the name. */
    Kind ofEntries(Kinds kinds, ProjectOptions options) {
        return among(kinds.forReaders(), kinds, options);
    }

    /** The kind that has the name, whether of entries or of another file. */
    Kind ofAny(Kinds kinds, ProjectOptions options) {
        return among(kinds.all(), kinds, options);
    }

    private Kind among(List<Kind> allowed, Kinds kinds, ProjectOptions options) {
        Optional<Kind> named = kinds.named(name);
        return named.filter(allowed::contains).orElseThrow(() -> {
            List<String> names = names(allowed);
            String wrong = named.isPresent()
                    ? named.get().phrase() + " cannot be given here"
                    : "there is no kind `" + name + "`";
            Optional<String> begun =
                    names.stream().filter(kind -> kind.startsWith(name + "-")).findFirst();
            return options.usage(wrong + "; "
                    + begun.map(kind -> "did you mean `" + kind + "`?")
                            .or(() -> DidYouMean.question(name, names))
                            .orElse("the kinds are " + String.join(", ", names)));
        });
    }

    private static List<String> names(List<Kind> kinds) {
        return kinds.stream().map(Kind::name).toList();
    }

    /** Accepts any name. */
    static final class Converter implements ITypeConverter<KindArgument> {
        @Override
        public KindArgument convert(String name) {
            return new KindArgument(name);
        }
    }

    /** The names of the kinds of entries of a directory that declares none of its own, for help and completion. */
    static final class EntryKinds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names(ProjectShape.ofDefault().forReaders()).iterator();
        }
    }

    /** The names of all kinds of such a directory. */
    static final class AllKinds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names(ProjectShape.ofDefault().all()).iterator();
        }
    }
}
