package org.waymark.diagnostic;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A result and the findings made on the way. Both may be present: a warning still leaves a value.
 *
 * @param value absent if the findings leave nothing to work with
 */
public record Outcome<T>(Optional<T> value, List<Diagnostic> diagnostics) {
    public Outcome {
        diagnostics = List.copyOf(diagnostics);
    }

    public static <T> Outcome<T> of(T value) {
        return new Outcome<>(Optional.of(value), List.of());
    }

    public static <T> Outcome<T> of(T value, List<Diagnostic> diagnostics) {
        return new Outcome<>(Optional.of(value), diagnostics);
    }

    public static <T> Outcome<T> failed(Diagnostic diagnostic) {
        return failed(List.of(diagnostic));
    }

    public static <T> Outcome<T> failed(List<Diagnostic> diagnostics) {
        return new Outcome<>(Optional.empty(), diagnostics);
    }

    public <R> Outcome<R> map(Function<? super T, ? extends R> function) {
        return new Outcome<>(value.map(function), diagnostics);
    }
}
