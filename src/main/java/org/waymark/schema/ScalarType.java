package org.waymark.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Invisible;
import org.waymark.source.Value;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;

/** A type whose value is a single piece of text, neither a list nor a group. */
public sealed interface ScalarType<T> extends FieldType<T>
        permits Line,
                Text,
                DateType,
                WholeNumber,
                DecimalNumber,
                QuantityType,
                PeriodType,
                Phone,
                ProjectPath,
                TimeZoneName,
                Postcode,
                PositionType,
                MoneyType,
                Ages.Type,
                TimeSpan.Type,
                CountryCode,
                FormalIdentifier,
                ImageName,
                WebAddress,
                SiteAddress,
                Email,
                LanguageTag,
                Choice,
                YesNo,
                Identifier,
                PathData,
                PartName,
                Reference,
                QualifiedId,
                QualifiedReference {
    /** The JSON types of text that some YAML readers convert if it is not quoted, such as {@code 0123}. */
    List<String> TEXT_TYPES = List.of("string", "number", "boolean");

    /** What is allowed, for messages about what was expected: {@code a line of text}. */
    String expected();

    /** Decodes text without invisible characters. */
    Outcome<T> decode(String name, Scalar scalar);

    @Override
    default Outcome<T> decode(String name, Value value) {
        if (!(value instanceof Scalar scalar)) {
            InvalidValue invalid = InvalidValue.expected(name, value, expected());
            return value instanceof Sequence sequence
                    ? invalid.help("write one value only, without brackets or a dash")
                            .fix(ListFixes.asSingle(sequence))
                            .outcome()
                    : invalid.help("write one value only; if it has a colon in it, put it in quotes")
                            .outcome();
        }
        if (Invisible.isIn(scalar.text())) {
            return new InvalidValue(value, "`" + name + "` contains an invisible character")
                    .help("remove it; it is written with a backslash")
                    .outcome();
        }
        Outcome<T> outcome = decode(name, scalar);
        if (!isText()) {
            return outcome;
        }
        Optional<Diagnostic> comment = CommentInText.find(name, scalar);
        List<Diagnostic> markup = MarkupInField.find(name, scalar);
        if (comment.isEmpty() && markup.isEmpty()) {
            return outcome;
        }
        var diagnostics = new ArrayList<>(outcome.diagnostics());
        comment.ifPresent(diagnostics::add);
        diagnostics.addAll(markup);
        return new Outcome<>(outcome.value(), diagnostics);
    }

    /** Reports text that is not allowed. */
    default InvalidValue invalid(String name, Scalar scalar) {
        return InvalidValue.expected(name, scalar, expected());
    }
}
