package org.waymark.cli;

import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.schema.FieldType;
import org.waymark.source.Span;
import org.waymark.source.Value.Scalar;
import picocli.CommandLine.ITypeConverter;

/** Reads the value of an option as if it stood in a field, so that both accept the same and say the same. */
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
            return new InvalidValue(
                    first.message() + first.help().map(help -> "; " + help).orElse(""));
        });
    }
}
