package org.waymark.schema;

import java.util.Map;
import java.util.Optional;
import org.apache.commons.validator.routines.checkdigit.CheckDigit;
import org.apache.commons.validator.routines.checkdigit.EAN13CheckDigit;
import org.apache.commons.validator.routines.checkdigit.IBANCheckDigit;
import org.apache.commons.validator.routines.checkdigit.ISBN10CheckDigit;
import org.apache.commons.validator.routines.checkdigit.ISSNCheckDigit;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;
import org.apache.commons.validator.routines.checkdigit.VerhoeffCheckDigit;

/** Computes check digits. A separate class, so its library is loaded only if a directory has such identifiers. */
final class CheckDigits {
    private static final Map<CheckedForm, CheckDigit> BY_FORM = Map.of(
            CheckedForm.EAN_13, EAN13CheckDigit.EAN13_CHECK_DIGIT,
            CheckedForm.IBAN, IBANCheckDigit.IBAN_CHECK_DIGIT,
            CheckedForm.ISSN, ISSNCheckDigit.ISSN_CHECK_DIGIT,
            CheckedForm.LUHN, LuhnCheckDigit.LUHN_CHECK_DIGIT,
            CheckedForm.MOD_11, ISBN10CheckDigit.ISBN10_CHECK_DIGIT,
            CheckedForm.VERHOEFF, VerhoeffCheckDigit.VERHOEFF_CHECK_DIGIT);

    private static final int SHORT_ISBN = 10;

    private CheckDigits() {}

    /** Whether the check digit of an identifier agrees with its other digits. */
    static boolean agree(CheckedForm form, String digits) {
        CheckDigit check = form == CheckedForm.ISBN
                ? digits.length() == SHORT_ISBN
                        ? ISBN10CheckDigit.ISBN10_CHECK_DIGIT
                        : EAN13CheckDigit.EAN13_CHECK_DIGIT
                : Optional.ofNullable(BY_FORM.get(form)).orElseThrow();
        return check.isValid(digits);
    }
}
