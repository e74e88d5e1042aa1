package org.waymark.schema;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A kind of identifier with a check digit, which detects a wrong digit. Spaces and hyphens between digits
 * do not count.
 */
enum CheckedForm {
    /** The article number of retail products (GS1 General Specifications). */
    EAN_13("\\d{13}", "13 digits", "4006381333931"),
    /** The number of a bank account (ISO 13616). */
    IBAN(
            "[A-Z]{2}\\d{2}[A-Z0-9]{11,30}",
            "two capital letters, two check digits and the account", "GB82 WEST 1234 5698 7654 32"),
    /** The number of a book, old or new (ISO 2108). */
    ISBN("\\d{9}[\\dX]|97[89]\\d{10}", "10 digits, or 13 that begin with 978 or 979", "978-0-306-40615-7"),
    /** The number of a periodical (ISO 3297). */
    ISSN("\\d{7}[\\dX]", "8 digits, the last of which may be X", "0317-8471"),
    /** Any number with a check digit by the Luhn algorithm (ISO/IEC 7812-1). */
    LUHN("\\d{2,40}", "digits", "79927398713"),
    /** Any number whose digits, weighted from the right with 1, 2, 3 and so on, add up to a multiple of 11. */
    MOD_11("\\d{1,39}[\\dX]", "digits, the last of which may be X", "9434765919"),
    /** Any number with a check digit by the Verhoeff algorithm. */
    VERHOEFF("\\d{2,40}", "digits", "2363");

    /** A regular expression, compiled only if such identifiers occur. */
    private final String form;

    private final String words;
    private final String example;

    CheckedForm(String form, String words, String example) {
        this.form = form;
        this.words = words;
        this.example = example;
    }

    /** By their names in a kind file: {@code ean-13}. */
    static Map<String, CheckedForm> byWord() {
        var byWord = new LinkedHashMap<String, CheckedForm>();
        for (CheckedForm form : values()) {
            byWord.put(form.name().toLowerCase(Locale.ROOT).replace('_', '-'), form);
        }
        return byWord;
    }

    boolean hasForm(String digits) {
        return Pattern.matches(form, digits);
    }

    /** A description of its parts. */
    String words() {
        return words;
    }

    String example() {
        return example;
    }
}
