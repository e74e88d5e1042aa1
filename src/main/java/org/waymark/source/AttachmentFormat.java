package org.waymark.source;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The formats of files that readers may download. */
public enum AttachmentFormat {
    PDF("PDF", "pdf", "a PDF document"),
    WORD("Word", "docx", "a Word document"),
    EXCEL("Excel", "xlsx", "an Excel workbook"),
    POWERPOINT("PowerPoint", "pptx", "a PowerPoint presentation"),
    ODT("ODT", "odt", "an OpenDocument text"),
    ODS("ODS", "ods", "an OpenDocument spreadsheet"),
    ODP("ODP", "odp", "an OpenDocument presentation"),
    CSV("CSV", "csv", "a CSV table"),
    TEXT("text", "txt", "a text");

    private static final Set<String> WITH_MACROS = Set.of(
            "docm", "dotm", "xlsm", "xltm", "xlam", "xlsb", "pptm", "potm", "ppam", "ppsm", "doc", "dot", "xls", "xlt",
            "ppt", "pps", "rtf");

    private static final Set<String> PROGRAMS = Set.of(
            "exe", "msi", "bat", "cmd", "com", "scr", "pif", "ps1", "vbs", "js", "mjs", "wsf", "hta", "jar", "sh",
            "command", "app", "dmg", "pkg", "apk", "deb", "rpm", "lnk", "reg", "dll", "iso");

    private static final Set<String> PAGES = Set.of("html", "htm", "xhtml", "svg", "xml", "mht", "mhtml");

    private static final Map<String, String> ELSEWHERE = Map.of(
            "md", "write it as a page in `content/pages`",
            "yaml", "save the table as `.csv`",
            "zip", "put the files in it here one by one, so that readers see what they get");

    private final String label;
    private final String ending;
    private final String noun;

    AttachmentFormat(String label, String ending, String noun) {
        this.label = label;
        this.ending = ending;
        this.noun = noun;
    }

    /** The name that readers know. */
    public String label() {
        return label;
    }

    /** The extension of its files. */
    public String ending() {
        return ending;
    }

    /** With an article. */
    String noun() {
        return noun;
    }

    boolean isPlainText() {
        return this == CSV || this == TEXT;
    }

    static Optional<AttachmentFormat> named(String ending) {
        return Arrays.stream(values())
                .filter(format -> format.ending.equals(ending))
                .findFirst();
    }

    /** Whether files with an extension are documents of an office program, in a current or former format. */
    public static boolean isDocument(String ending) {
        return WITH_MACROS.contains(ending)
                || named(ending).filter(format -> !format.isPlainText()).isPresent();
    }

    /** What to do about a file that may not be downloaded, by its extension. */
    public static String help(String ending) {
        if (WITH_MACROS.contains(ending)) {
            return "files of this format may contain macros; save it as `.docx`, `.xlsx`, `.pptx` or `.pdf`";
        }
        if (PROGRAMS.contains(ending)) {
            return "programs and disk images are not published; remove it";
        }
        if (PAGES.contains(ending)) {
            return "files that a browser may run are not published; write a page in `content/pages`, or save it as `.pdf`";
        }
        if (ProjectReader.IMAGE_TYPES.contains(ending)
                || ImageFormat.named(ending).isPresent()) {
            return "put images into `content/images`";
        }
        return ELSEWHERE.getOrDefault(
                ending,
                "files to download end with one of: "
                        + String.join(
                                ", ",
                                Arrays.stream(values())
                                        .map(AttachmentFormat::ending)
                                        .toList()));
    }
}
