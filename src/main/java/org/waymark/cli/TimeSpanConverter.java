package org.waymark.cli;

import org.waymark.schema.TimeSpan;
import picocli.CommandLine.ITypeConverter;

/** Reads {@code 90d}, {@code 12w}, {@code 3m} and {@code 1y}. */
abstract class TimeSpanConverter implements ITypeConverter<TimeSpan> {
    private final String option;

    TimeSpanConverter(String option) {
        this.option = option;
    }

    @Override
    public TimeSpan convert(String text) {
        return TimeSpan.parse(text)
                .orElseThrow(() -> new InvalidArgument("`" + option
                        + "` must be a number of days, weeks, months or years such as 90d, 12w, 3m or 1y,"
                        + " but found `" + text + "`"));
    }
}
