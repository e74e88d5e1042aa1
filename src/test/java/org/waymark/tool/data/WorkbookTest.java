package org.waymark.tool.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waymark.tool.data.TestWorkbook.formula;
import static org.waymark.tool.data.TestWorkbook.number;
import static org.waymark.tool.data.TestWorkbook.shared;
import static org.waymark.tool.data.TestWorkbook.text;
import static org.waymark.tool.data.TestWorkbook.texts;
import static org.waymark.tool.data.TestWorkbook.typed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.waymark.Build;
import org.waymark.TestProject;
import org.waymark.Thorough;
import org.waymark.diagnostic.Outcome;
import org.waymark.directory.Directory;
import org.waymark.schema.Kind;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import org.waymark.tool.edit.ChangedProject;
import org.waymark.tool.edit.EditableProject;

/** Workbooks as people send them: each is understood, or refused with the place. */
class WorkbookTest {
    private static final Project PROJECT = TestProject.small();
    private static final Directory DIRECTORY =
            Build.once().check(PROJECT, TestProject.SETTINGS).directory();

    private static final List<String> NAME = texts("name");
    private static final String TAURUS = text("Taurus Healthcare");

    private static String result(TestWorkbook workbook) {
        return result("organisation", workbook.bytes(), Optional.empty());
    }

    /** The places of faults; or else the lines that the content has after the import only. */
    private static String result(String kindName, byte[] bytes, Optional<String> sheet) {
        Kind kind = DIRECTORY.kinds().named(kindName).orElseThrow();
        Outcome<ImportPlan> plan = new TableImport(
                        new EditableProject(DIRECTORY, PROJECT), kind, TestProject.SETTINGS.asOf(), Map.of())
                .plan(new TableFile("t.xlsx", bytes, sheet), Optional.empty(), Optional::empty);
        if (plan.value().isEmpty()) {
            return plan.diagnostics().stream()
                    .map(finding -> finding.span().inWords() + ": " + finding.message())
                    .collect(Collectors.joining("\n"));
        }
        List<String> before = lines(PROJECT);
        List<String> after = new ArrayList<>(
                lines(ChangedProject.of(PROJECT, plan.value().get().changes())));
        before.forEach(after::remove);
        return String.join("\n", after);
    }

    private static List<String> lines(Project project) {
        return project.content().stream()
                .map(SourceFile::text)
                .flatMap(String::lines)
                .toList();
    }

    /** A workbook with one cell besides the name. */
    private static String cell(String heading, String cell) {
        return result(TestWorkbook.of(List.of(texts("name", heading), List.of(TAURUS, cell))));
    }

    @Test
    void readsTextsThatAreSharedRichOrEscaped() {
        String strings =
                "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>place</t></si>"
                        + "<si><r><t>Here</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">ford &amp; Ross </t></r></si></sst>";
        assertEquals(
                "place: Hereford & Ross",
                result(TestWorkbook.of(List.of(List.of(text("name"), shared(0)), List.of(TAURUS, shared(1))))
                        .part("xl/sharedStrings.xml", strings)));
    }

    @Test
    void readsNumbersAsTheyWereTyped() {
        assertEquals("ods-code: 123", cell("ods-code", number("123", 0)));
        assertEquals("ods-code: 0123", cell("ods-code", text("0123")));
        assertEquals("ods-code: 0.3", cell("ods-code", number("0.30000000000000004", 0)));
        assertEquals("ods-code: 12.5", cell("ods-code", number("1.25E1", 4)));
        assertEquals("ods-code: 0", cell("ods-code", number("0", 0)));
    }

    @Test
    void readsDaysByTheFormatOfTheirCell() {
        assertEquals("reviewed: 2024-01-31", cell("reviewed", number("45322", 1)));
        assertEquals("reviewed: 2024-01-31", cell("reviewed", number("45322", 2)));
        assertEquals("reviewed: 2024-01-31", cell("reviewed", number("45322.75", 1)));
        assertEquals("reviewed: 2024-01-31", cell("reviewed", text("31 January 2024")));
        assertEquals(
                "t.xlsx, row 2, column B: `reviewed` must be a date such as 2025-03-31, but found `45322`",
                cell("reviewed", number("45322", 0)));
        assertEquals(
                "t.xlsx, row 2, column B: `reviewed` must be a date such as 2025-03-31, but found `paid`",
                cell("reviewed", text("paid")));
    }

    @Test
    void countsDaysAsTheWorkbookDoes() {
        assertEquals(
                "reviewed: 2024-01-31",
                result(TestWorkbook.of(List.of(texts("name", "reviewed"), List.of(TAURUS, number("43860", 1))))
                        .properties("<workbookPr date1904=\"1\"/>")));
    }

    @Test
    void takesTheResultsOfFormulas() {
        assertEquals("place: Ross", cell("place", formula("A1&amp;A2", "str", "Ross")));
        assertEquals("ods-code: 17", cell("ods-code", formula("1+16", "n", "17")));
        assertEquals(
                "t.xlsx, row 2, column B: the cell holds a formula without a result: `=A1`",
                cell("place", formula("A1", "str", "")));
        assertEquals(
                "t.xlsx, row 2, column B: the cell holds a formula without a result: `=A9`",
                cell("place", formula("A9", "e", "#REF!")));
        assertEquals(
                "t.xlsx, row 2, column B: the cell holds a formula without a result: `#N/A`",
                cell("place", typed("e", "#N/A")));
    }

    @Test
    void takesTextThatLooksLikeAFormulaAsText() {
        assertEquals("place: =cmd|'/c calc'!A0", cell("place", text("=cmd|'/c calc'!A0")));
    }

    @Test
    void reportsAPhoneNumberThatHasLostItsNought() {
        assertEquals(
                "t.xlsx, row 2, column B: `phone` must be a phone number such as +44 20 7946 0018, but found `2079460018`",
                cell("phone", number("2079460018", 0)));
    }

    @Test
    void readsAnswers() {
        byte[] workbook = TestWorkbook.of(List.of(texts("id", "draft"), List.of(text("evening-hubs"), typed("b", "1"))))
                .bytes();
        assertEquals("draft: yes", result("case-study", workbook, Optional.empty()));
    }

    @Test
    void passesOverTitlesAndBlankRowsAndColumns() {
        List<String> blank = List.of("", "", "<c r=\"@\" s=\"3\"/>");
        assertEquals(
                "place: Ross",
                result(new TestWorkbook()
                        .sheet(
                                "Entries",
                                "visible",
                                List.of(
                                        List.of("", text("Members")),
                                        blank,
                                        List.of("", text("name"), text("place"), text("  ")),
                                        blank,
                                        List.of("", TAURUS, text(" Ross ")),
                                        blank),
                                "<mergeCells count=\"1\"><mergeCell ref=\"B1:C1\"/></mergeCells>")));
    }

    @Test
    void reportsMergedCells() {
        assertEquals(
                "t.xlsx, row 2, column B: cells are merged here, so it is not known which row or column the value is"
                        + " for",
                result(new TestWorkbook()
                        .sheet(
                                "Entries",
                                "visible",
                                List.of(texts("name", "place"), List.of(TAURUS, text("Ross")), texts("Another")),
                                "<mergeCells count=\"1\"><mergeCell ref=\"B2:B3\"/></mergeCells>")));
    }

    @Test
    void passesOverMergedTitlesAboveTheHeadingsButNotMergedHeadings() {
        List<List<String>> rows = List.of(
                List.of("", text("Where"), "", text("Codes")),
                texts("name", "place", "region", "ods-code"),
                List.of(TAURUS, text("Ross"), text("Midlands"), text("0123")));
        assertEquals(
                "place: Ross\nods-code: 0123",
                result(new TestWorkbook()
                        .sheet(
                                "Entries",
                                "visible",
                                rows,
                                "<mergeCells count=\"1\"><mergeCell ref=\"B1:C1\"/></mergeCells>")));
        assertEquals(
                "t.xlsx, row 2, column B: cells are merged here, so it is not known which row or column the value is"
                        + " for",
                result(new TestWorkbook()
                        .sheet(
                                "Entries",
                                "visible",
                                rows,
                                "<mergeCells count=\"1\"><mergeCell ref=\"B2:C2\"/></mergeCells>")));
    }

    /** People filter tables before they send them; the whole table is meant. */
    @Test
    void readsHiddenRowsAndColumnsLikeOthers() {
        String rows = "<row r=\"1\">" + text("name").replace("@", "A1")
                + text("place").replace("@", "B1") + "</row>" + "<row r=\"2\" hidden=\"1\">" + TAURUS.replace("@", "A2")
                + text("Ross").replace("@", "B2") + "</row>";
        assertEquals("place: Ross", result(new TestWorkbook().sheetOf("Entries", "visible", rows, "")));
    }

    @Test
    void keepsTheNoughtsThatAFormatShows() {
        assertEquals("ods-code: 0123", cell("ods-code", number("123", 5)));
        assertEquals("ods-code: 12345", cell("ods-code", number("12345", 5)));
        assertEquals(
                "t.xlsx, row 2, column B: `reviewed` must be a date such as 2025-03-31, but found `0.45`",
                cell("reviewed", number("0.45", 5)));
    }

    @Test
    void readsTheOnlySheetThatIsVisible() {
        List<List<String>> rows = List.of(texts("name", "place"), List.of(TAURUS, text("Ross")));
        List<List<String>> others = List.of(texts("name", "place"), List.of(TAURUS, text("Leeds")));
        assertEquals(
                "place: Ross",
                result(new TestWorkbook()
                        .sheet("Lists", "hidden", others, "")
                        .sheet("More", "veryHidden", others, "")
                        .sheet("Entries", "visible", rows, "")
                        .sheet("Blank", "visible", List.of(), "")));
        TestWorkbook two =
                new TestWorkbook().sheet("2024", "visible", others, "").sheet("2025", "visible", rows, "");
        assertEquals("t.xlsx:1:1: the workbook has several sheets: `2024`, `2025`", result(two));
        assertEquals("place: Ross", result("organisation", two.bytes(), Optional.of("2025")));
        assertEquals(
                "t.xlsx:1:1: the workbook has no sheet `2026`",
                result("organisation", two.bytes(), Optional.of("2026")));
    }

    @Test
    void namesColumnsAfterZ() {
        List<String> many = new ArrayList<>(NAME);
        many.addAll(Collections.nCopies(26, ""));
        many.add(text("Nmae of boss"));
        assertEquals(
                "t.xlsx, row 1, column AB: an organisation has no field `Nmae of boss`",
                result(TestWorkbook.of(List.of(many, List.of(TAURUS)))));
    }

    @Test
    void refusesWhatIsNoWorkbook() {
        String other = "t.xlsx:1:1: the file is not an Excel workbook, though its name ends in .xlsx";
        byte[] workbook = TestWorkbook.of(List.of(NAME)).bytes();
        assertEquals(
                other,
                result(
                        "organisation",
                        "name,kind\n".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        Optional.empty()));
        assertEquals(
                other,
                result(
                        "organisation",
                        TestWorkbook.zipped(Map.of(
                                "mimetype",
                                "application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.UTF_8))),
                        Optional.empty()));
        assertEquals(
                "t.xlsx:1:1: the workbook is damaged",
                result("organisation", Arrays.copyOf(workbook, workbook.length / 2), Optional.empty()));
        assertEquals(
                "t.xlsx:1:1: the workbook is damaged",
                result(TestWorkbook.of(List.of(NAME)).part("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row")));
        assertEquals("t.xlsx:1:1: the table is empty", result(TestWorkbook.of(List.of())));
    }

    @Test
    void refusesWorkbooksThatWouldFillTheMemory() {
        String laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><sst><si><t>&b;</t></si></sst>";
        assertEquals(
                "t.xlsx:1:1: the workbook has a document type, which no spreadsheet writes",
                result(TestWorkbook.of(List.of(NAME)).part("xl/sharedStrings.xml", laughs)));
        assertEquals(
                "t.xlsx:1:1: a part of the workbook, xl/sharedStrings.xml, has more than 64 MB once it is unpacked",
                result(TestWorkbook.of(List.of(NAME)).part("xl/sharedStrings.xml", new byte[65 << 20])));
        TestWorkbook several = TestWorkbook.of(List.of(NAME))
                .part("xl/media/1.xml", new byte[700_000])
                .part("xl/media/2.xml", new byte[700_000]);
        var refused = assertThrows(WorkbookParts.Refused.class, () -> WorkbookParts.of(several.bytes(), 1 << 20));
        assertEquals("the parts of the workbook have more than 1 MB once they are unpacked", refused.getMessage());
        TestWorkbook many = TestWorkbook.of(List.of(NAME));
        for (int i = 0; i < 10_000; i++) {
            many.part("../../etc/" + i, new byte[0]);
        }
        assertEquals("t.xlsx:1:1: the workbook has more than 5000 parts", result(many));
        byte[] inner = TestWorkbook.zipped(Map.of("xl/worksheets/sheet1.xml", new byte[1 << 20]));
        assertEquals(
                "place: Ross",
                result(TestWorkbook.of(List.of(texts("name", "place"), List.of(TAURUS, text("Ross"))))
                        .part("xl/embeddings/../../../inner.zip", inner)),
                "an archive within an archive stays closed, whatever its name");
        assertTrue(result(
                        "organisation",
                        withSizes(TestWorkbook.of(List.of(NAME)).bytes(), 0x7FFF_FFF0),
                        Optional.empty())
                .startsWith("t.xlsx:1:1: the workbook is damaged"));
        List<String> wide = new ArrayList<>(NAME);
        wide.addAll(Collections.nCopies(1200, text("x")));
        assertEquals(
                "t.xlsx:1:1: the sheet `Entries` is larger than 100000 rows, 1000 columns or 128 MB of text",
                result(TestWorkbook.of(List.of(wide))));
    }

    /** Long tags that do not end, which a careless pattern would read again and again. */
    @Test
    void readsStrangePartsInTheTimeOfOthers() {
        String merges = "<mergeCells>" + "<mergeCell ".repeat(60_000);
        String relations = "<Relationship ".repeat(60_000) + "a".repeat(200_000);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            result(new TestWorkbook().sheetOf("Entries", "visible", "", merges));
            result(TestWorkbook.of(List.of(NAME)).part("xl/_rels/workbook.xml.rels", relations));
        });
    }

    /** Replaces the sizes that the directory of an archive declares for its members. */
    private static byte[] withSizes(byte[] zip, int size) {
        ByteBuffer bytes = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < zip.length - 46; i++) {
            if (bytes.getInt(i) == 0x0201_4B50) {
                bytes.putInt(i + 20, size).putInt(i + 24, size);
            }
        }
        return bytes.array();
    }

    @Thorough("unpacks a sheet of many megabytes")
    @Test
    void readsAMillionBlankRowsAndRefusesAMillionRows() {
        String entry = "<row r=\"1\">" + text("name").replace("@", "A1")
                + text("place").replace("@", "B1") + "</row>" + "<row r=\"2\">" + TAURUS.replace("@", "A2")
                + text("Ross").replace("@", "B2") + "</row>";
        var rows = new StringBuilder(entry);
        var full = new StringBuilder(entry);
        for (int i = 3; i <= 1_048_576; i++) {
            rows.append("<row r=\"").append(i).append("\"><c r=\"A").append(i).append("\" s=\"3\"/></row>");
            if (i < 120_000) {
                full.append("<row r=\"")
                        .append(i)
                        .append("\"><c r=\"A")
                        .append(i)
                        .append("\"><v>1</v></c></row>");
            }
        }
        assertEquals("place: Ross", result(new TestWorkbook().sheetOf("Entries", "visible", rows.toString(), "")));
        assertEquals(
                "t.xlsx:1:1: the sheet `Entries` is larger than 100000 rows, 1000 columns or 128 MB of text",
                result(new TestWorkbook().sheetOf("Entries", "visible", full.toString(), "")));
    }
}
