package org.waymark.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownloadNoteTest {
    private static final DownloadNote NOTE = new DownloadNote("PDF", "pdf", "120 kB");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Referral form               | Referral form (PDF, 120 kB)
            Referral form (PDF)         | Referral form (PDF), 120 kB
            Referral form, pdf          | Referral form, pdf (120 kB)
            Referral form (2 MB)        | Referral form (2 MB), PDF
            Referral form (PDF, 118 kB) | Referral form (PDF, 118 kB)
            referral-form.pdf           | referral-form.pdf (120 kB)
            Form (revised)              | Form (revised) (PDF, 120 kB)
            pdfs                        | pdfs (PDF, 120 kB)
            """)
    void addsWhatTheLinkDoesNotSay(String text, String expected) {
        assertEquals(expected, text + NOTE.after(text, ProseLabels.NUMBERS));
    }
}
