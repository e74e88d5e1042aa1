package org.waymark.cli;

import java.util.Iterator;
import java.util.List;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.directory.Kinds;
import org.waymark.schema.Kind;
import picocli.CommandLine.ITypeConverter;

/** Reads the name of a kind, singular or plural. */
final class KindArgument implements ITypeConverter<Kind<?>> {
    private static List<String> names() {
        return Kinds.WITH_SITE.stream().map(Kind::name).toList();
    }

    @Override
    public Kind<?> convert(String name) {
        return Kinds.named(name)
                .orElseThrow(() -> new InvalidArgument("there is no kind `" + name + "`; "
                        + DidYouMean.question(name, names()).orElse("the kinds are " + String.join(", ", names()))));
    }

    /** The names of all kinds, for completion. */
    static final class AllKinds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names().iterator();
        }
    }
}
