package org.waymark.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.waymark.content.Shapes;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.directory.Kinds;
import org.waymark.schema.Kind;
import picocli.CommandLine.ITypeConverter;

/** Reads the name of a kind of entry, singular or plural. */
class KindArgument implements ITypeConverter<Kind> {
    /** The kinds of the default shape. */
    static final Kinds KINDS = new Kinds(Shapes.builtIn());

    private final List<Kind> kinds;

    KindArgument() {
        this(KINDS.forReaders());
    }

    private KindArgument(List<Kind> kinds) {
        this.kinds = kinds;
    }

    @Override
    public Kind convert(String name) {
        Optional<Kind> named = KINDS.named(name);
        return named.filter(kinds::contains).orElseThrow(() -> {
            List<String> names = names(kinds);
            String wrong = named.isPresent()
                    ? named.get().phrase() + " cannot be given here"
                    : "there is no kind `" + name + "`";
            Optional<String> begun =
                    names.stream().filter(kind -> kind.startsWith(name + "-")).findFirst();
            return new InvalidArgument(wrong + "; "
                    + begun.map(kind -> "did you mean `" + kind + "`?")
                            .or(() -> DidYouMean.question(name, names))
                            .orElse("the kinds are " + String.join(", ", names)));
        });
    }

    private static List<String> names(List<Kind> kinds) {
        return kinds.stream().map(Kind::name).toList();
    }

    /** The names of the kinds of entries, for completion. */
    static final class EntryKinds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names(KINDS.forReaders()).iterator();
        }
    }

    /** Reads the name of any kind of file. */
    static final class WithSite extends KindArgument {
        WithSite() {
            super(KINDS.all());
        }
    }

    /** The names of all kinds, for completion. */
    static final class AllKinds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names(KINDS.all()).iterator();
        }
    }
}
