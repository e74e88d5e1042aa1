package org.waymark.report;

import java.util.Map;
import java.util.OptionalInt;
import org.waymark.source.Json;
import org.waymark.source.SourceFile;

/** The report formats that a user can choose. */
public enum ReportFormat {
    TEXT("text"),
    JSON("json"),
    SARIF("sarif"),
    GITHUB("github"),
    GITLAB("gitlab"),
    JUNIT("junit"),
    MARKDOWN("markdown"),
    SUGGESTIONS("suggestions");

    private final String word;

    ReportFormat(String word) {
        this.word = word;
    }

    /** Whether lines for people may be printed along with it. */
    public boolean isForPeople() {
        return this == TEXT || this == GITHUB || this == MARKDOWN;
    }

    /** The report in this format. */
    public Report report(ReportContext context) {
        return switch (this) {
            case TEXT -> new GroupedReport(context.files(), TextStyle.WHOLE);
            case JSON -> new JsonReport(context);
            case SARIF -> new SarifReport(context);
            case GITHUB -> new GithubReport(context);
            case GITLAB -> new GitlabReport(context);
            case JUNIT -> new JunitReport(context);
            case MARKDOWN -> new MarkdownReport(context);
            case SUGGESTIONS -> new SuggestionReport(context);
        };
    }

    /**
     * Findings as JSON.
     *
     * @param more what follows them
     */
    public static Report json(ReportContext context, Json.Members more) {
        return new JsonReport(context, more);
    }

    /**
     * Findings for people, in the order in which they are given.
     *
     * @param files the files in which the findings are, by path
     */
    public static Report text(Map<String, SourceFile> files, boolean colour) {
        return new TextReport(files, colour, OptionalInt.empty());
    }

    /**
     * Findings for people, errors first and then by rule, limited to a readable number.
     *
     * @param files the files in which the findings are, by path
     */
    public static Report grouped(Map<String, SourceFile> files, TextStyle style) {
        return new GroupedReport(files, style);
    }

    @Override
    public String toString() {
        return word;
    }
}
