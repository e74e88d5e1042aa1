package org.waymark.cli;

import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.schema.FieldType;
import org.waymark.source.Span;
import org.waymark.source.Value.Scalar;
import picocli.CommandLine.ITypeConverter;

/** Reads an option as a value of a field type, with the same rules and messages. */
abstract class FieldTypeConverter<T> implements ITypeConverter<T> {
    private final String name;
    private final FieldType<T> type;

    FieldTypeConverter(String name, FieldType<T> type) {
        this.name = name;
        this.type = type;
    }

    @Override
    public T convert(String text) {
        Outcome<T> outcome = type.decode(name, new Scalar(text, Span.startOf(name)));
        return outcome.value().orElseThrow(() -> {
            Diagnostic first = outcome.diagnostics().get(0);
            return new InvalidArgument(
                    first.message() + first.help().map(help -> "; " + help).orElse(""));
        });
    }
}
