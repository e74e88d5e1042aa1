package org.waymark.report;

import java.util.Map;
import org.waymark.source.SourceFile;

/** The forms of report that can be asked for. */
public enum ReportFormat {
    TEXT("text"),
    JSON("json"),
    SARIF("sarif"),
    GITHUB("github"),
    GITLAB("gitlab"),
    JUNIT("junit"),
    MARKDOWN("markdown");

    private final String word;

    ReportFormat(String word) {
        this.word = word;
    }

    /** Whether lines for people may be beside it. */
    public boolean isForPeople() {
        return this == TEXT || this == GITHUB || this == MARKDOWN;
    }

    /** The report of this form. */
    public Report report(ReportContext context) {
        return switch (this) {
            case TEXT -> new TextReport(context.files(), false);
            case JSON -> new JsonReport(context);
            case SARIF -> new SarifReport(context);
            case GITHUB -> new GithubReport(context);
            case GITLAB -> new GitlabReport(context);
            case JUNIT -> new JunitReport(context);
            case MARKDOWN -> new MarkdownReport(context);
        };
    }

    /**
     * Findings for people who sit before a screen.
     *
     * @param files the files in which the findings are, by path
     */
    public static Report text(Map<String, SourceFile> files, boolean colour) {
        return new TextReport(files, colour);
    }

    @Override
    public String toString() {
        return word;
    }
}
