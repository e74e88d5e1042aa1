package org.waymark.tool.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The parts of a workbook, unpacked once within limits before anything else reads them, and what the library for
 * workbooks does not report: which cells are merged.
 */
final class WorkbookParts {
    /** A sheet of a million rows is smaller. It is read as a stream. */
    static final long LARGEST_SHEET = 512L << 20;

    /** Other parts are in memory as a whole. */
    static final long LARGEST_PART = 64L << 20;

    /** All parts together, so that many of them take no longer than a few large ones. */
    static final long LARGEST_WORKBOOK = 1L << 30;

    private static final int MOST_PARTS = 5000;

    /** Merged cells are listed after the rows. */
    private static final int TAIL = 1 << 20;

    private static final Pattern MERGED =
            Pattern.compile("<(?:\\w+:)?mergeCell\\s[^<>]*?ref=\"\\$?([A-Z]+)\\$?(\\d+)(?::\\$?([A-Z]+)\\$?(\\d+))?\"");
    private static final Pattern RELATION = Pattern.compile("<(?:\\w+:)?Relationship\\s[^<>]*+>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\b(\\w++)\\s*+=\\s*+\"([^\"]*+)\"");

    private final long largest;
    private final Map<String, List<Merged>> mergedBySheet = new HashMap<>();
    private String relations = "";
    private long all;

    private WorkbookParts(long largest) {
        this.largest = largest;
    }

    /**
     * Merged cells, all numbers from 1.
     */
    record Merged(int firstRow, int firstColumn, int lastRow, int lastColumn) {}

    /** Why reading a workbook stops. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /**
     * Unpacks all parts.
     *
     * @param largest the most bytes of all parts together
     */
    static WorkbookParts of(byte[] bytes, long largest) throws IOException, Refused {
        var parts = new WorkbookParts(largest);
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            if (entries.size() > MOST_PARTS) {
                throw new Refused("the workbook has more than " + MOST_PARTS + " parts");
            }
            for (ZipArchiveEntry entry : entries) {
                try (InputStream part = zip.getInputStream(entry)) {
                    parts.read(entry.getName(), part);
                }
            }
        }
        return parts;
    }

    private void read(String name, InputStream part) throws IOException, Refused {
        boolean isSheet = name.startsWith("xl/worksheets/") && name.endsWith(".xml");
        boolean isXml = name.endsWith(".xml") || name.endsWith(".rels");
        long limit = isSheet ? LARGEST_SHEET : LARGEST_PART;
        long size = 0;
        byte[] buffer = new byte[1 << 16];
        byte[] tail = new byte[0];
        for (int length = part.readNBytes(buffer, 0, buffer.length);
                length > 0;
                length = part.readNBytes(buffer, 0, buffer.length)) {
            if (size == 0 && isXml && text(buffer, 0, length).contains("<!DOCTYPE")) {
                throw new Refused("the workbook has a document type, which no spreadsheet writes");
            }
            size += length;
            if (size > limit) {
                throw new Refused("a part of the workbook, " + name + ", has more than " + (limit >> 20)
                        + " MB once it is unpacked");
            }
            all += length;
            if (all > largest) {
                throw new Refused(
                        "the parts of the workbook have more than " + (largest >> 20) + " MB once they are unpacked");
            }
            if (isSheet || name.equals("xl/_rels/workbook.xml.rels")) {
                tail = joined(tail, buffer, length);
            }
        }
        if (isSheet) {
            mergedBySheet.put(name, mergedIn(text(tail, 0, tail.length)));
        } else if (tail.length > 0) {
            relations = text(tail, 0, tail.length);
        }
    }

    private static byte[] joined(byte[] tail, byte[] more, int length) {
        int kept = Math.min(tail.length, TAIL - length);
        byte[] joined = new byte[kept + length];
        System.arraycopy(tail, tail.length - kept, joined, 0, kept);
        System.arraycopy(more, 0, joined, kept, length);
        return joined;
    }

    private static String text(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    boolean isWorkbook() {
        return !relations.isEmpty();
    }

    /** The merged cells of a sheet. */
    List<Merged> merged(String relation) {
        return part(relation).map(mergedBySheet::get).orElse(List.of());
    }

    private static List<Merged> mergedIn(String tail) {
        var merged = new ArrayList<Merged>();
        Matcher each = MERGED.matcher(tail);
        while (each.find()) {
            int column = column(each.group(1));
            int row = Integer.parseInt(each.group(2));
            merged.add(new Merged(
                    row,
                    column,
                    each.group(4) == null ? row : Integer.parseInt(each.group(4)),
                    each.group(3) == null ? column : column(each.group(3))));
        }
        return merged;
    }

    private Optional<String> part(String relation) {
        Matcher each = RELATION.matcher(relations);
        while (each.find()) {
            Map<String, String> attributes = new HashMap<>();
            Matcher attribute = ATTRIBUTE.matcher(each.group());
            while (attribute.find()) {
                attributes.put(attribute.group(1), attribute.group(2));
            }
            if (relation.equals(attributes.get("Id"))) {
                String target = attributes.getOrDefault("Target", "");
                return Optional.of(target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
        }
        return Optional.empty();
    }

    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = Math.min(column * 26 + letters.charAt(i) - 'A' + 1, 1 << 20);
        }
        return column;
    }
}
