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

    /** Whether lines for people may stand beside it. */
    public boolean isForPeople() {
        return this == TEXT || this == GITHUB || this == MARKDOWN;
    }

    /** The report of this form. */
    public Report report(Scene scene) {
        return switch (this) {
            case TEXT -> new TextReport(scene.files(), false);
            case JSON -> new JsonReport(scene);
            case SARIF -> new SarifReport(scene);
            case GITHUB -> new GithubReport(scene);
            case GITLAB -> new GitlabReport(scene);
            case JUNIT -> new JunitReport(scene);
            case MARKDOWN -> new MarkdownReport(scene);
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
