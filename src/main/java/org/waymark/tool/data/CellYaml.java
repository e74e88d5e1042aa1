package org.waymark.tool.data;

import java.util.Optional;
import org.waymark.content.ContentReader;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;
import org.waymark.tool.edit.YamlValue;

/** A value that is neither a text nor a list of texts, written in a cell as in a file, in brackets. */
final class CellYaml {
    private CellYaml() {}

    static String of(Value value) {
        return YamlValue.inBrackets(Optional.of(value));
    }

    /** The value of a cell; empty if it is neither a list nor lines of YAML. */
    static Optional<Value> read(Cell cell) {
        Outcome<Value> read = ContentReader.readYaml(SourceFile.of(cell.span().path(), cell.text()));
        return read.value().filter(value -> read.diagnostics().isEmpty()).map(value -> at(cell.span(), value));
    }

    private static Value at(Span span, Value value) {
        if (value instanceof Mapping mapping) {
            return new Mapping(
                    mapping.members().stream()
                            .map(member -> new Member(
                                    new Scalar(member.key().text(), span),
                                    member.value().map(each -> at(span, each))))
                            .toList(),
                    span);
        }
        if (value instanceof Sequence list) {
            return new Sequence(
                    list.items().stream().map(each -> at(span, each)).toList(), true, span);
        }
        return new Scalar(((Scalar) value).text(), span);
    }
}
