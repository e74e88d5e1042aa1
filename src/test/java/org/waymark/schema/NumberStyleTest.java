package org.waymark.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberStyleTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,234 | 1,234,567  | 7       | 7
            1,234 | 1,234,567  | 190000  | 190,000
            1.234 | 1.234.567  | 1000    | 1.000
            1234  | 1 234 567  | 9999    | 9999
            1234  | 1 234 567  | 10000   | 10 000
            1234  | 1234567    | 1234567 | 1234567
            1,234 | 12,34,567  | 1234567 | 12,34,567
            1,234 | 12,34,567  | 123456  | 1,23,456
            ١٬٢٣٤ | ١٬٢٣٤٬٥٦٧  | 1908    | ١٬٩٠٨
            ۱٬۲۳۴ | ۱٬۲۳۴٬۵۶۷  | 20      | ۲۰
            """)
    void writesNumbersLikeTheExamples(String thousands, String millions, int number, String written) {
        assertEquals(written, NumberStyle.of(thousands, millions).orElseThrow().write(number));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,234 | 1,234,56
            1,234 | 7,654,321
            1,234 | one million
            1.234 | 1,234,567
            1,234 | 1234,567
            1,234 | 1,234567
            12,34 | 1,234,567
            1234  | 1,23,4,567
            ''    | ''
            """)
    void recognisesWhatIsNotAnExample(String thousands, String millions) {
        assertEquals(Optional.empty(), NumberStyle.of(thousands, millions));
    }
}
