package org.waymark.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The lines on each sheet of a page as Chromium prints it. Headings end with {@link #MARK}. */
record PrintedSheets(List<List<String>> sheets) {
    /** Added after each heading, to distinguish it from other text. */
    static final String MARK = "#";

    /**
     * Prints the page that is shown. Its context must bypass the content security policy.
     *
     * @param format such as {@code A4}
     */
    static PrintedSheets of(Page page, String format) throws IOException {
        page.addStyleTag(new Page.AddStyleTagOptions()
                .setContent(":is(h1, h2, h3, h4, h5, h6)::after { content: '" + MARK + "' !important; }"));
        byte[] pdf = page.pdf(new Page.PdfOptions().setFormat(format));
        var sheets = new ArrayList<List<String>>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper();
            text.setSortByPosition(true);
            for (int sheet = 1; sheet <= document.getNumberOfPages(); sheet++) {
                text.setStartPage(sheet);
                text.setEndPage(sheet);
                sheets.add(text.getText(document)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(String::strip)
                        .toList());
            }
        }
        return new PrintedSheets(sheets);
    }

    /** What is wrong on each sheet whose header has the title of the site. */
    List<String> faults(String title) {
        var faults = new ArrayList<String>();
        for (int i = 0; i < sheets.size(); i++) {
            List<String> lines = sheets.get(i);
            int last = lines.size() - 1;
            if (!lines.get(0).contains(title)) {
                faults.add("sheet " + (i + 1) + " has the head " + lines.get(0));
            }
            if (!lines.get(last).equals("Page " + (i + 1) + " of " + sheets.size())) {
                faults.add("sheet " + (i + 1) + " has the foot " + lines.get(last));
            }
            if (last > 0 && lines.get(last - 1).endsWith(MARK)) {
                faults.add("sheet " + (i + 1) + " ends with the heading " + lines.get(last - 1));
            }
        }
        return faults;
    }

    /** The index of the first sheet with a text. */
    int sheetOf(String text) {
        return IntStream.range(0, sheets.size())
                .filter(i -> sheets.get(i).stream().anyMatch(line -> line.contains(text)))
                .findFirst()
                .orElseThrow();
    }

    /** How many lines begin with a text. */
    long count(String start) {
        return sheets.stream()
                .flatMap(List::stream)
                .filter(line -> line.startsWith(start))
                .count();
    }
}
