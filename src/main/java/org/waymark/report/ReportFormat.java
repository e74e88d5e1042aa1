package org.waymark.report;

import java.util.Map;
import org.waymark.source.SourceFile;

/** The forms of report that can be asked for. */
public enum ReportFormat {
    TEXT("text"),
    JSON("json");

    private final String word;

    ReportFormat(String word) {
        this.word = word;
    }

    /**
     * The report of this form.
     *
     * @param files the files in which the findings are, by path
     * @param colour whether text may be coloured
     */
    public Report report(Map<String, SourceFile> files, boolean colour) {
        return switch (this) {
            case TEXT -> new TextReport(files, colour);
            case JSON -> new JsonReport();
        };
    }

    @Override
    public String toString() {
        return word;
    }
}
