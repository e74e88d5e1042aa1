package org.waymark.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.waymark.Places;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.EditedText;
import org.waymark.source.SourceFile;
import org.waymark.source.Value.Scalar;

/** Passes any text to each type of field: it is accepted or reported, and a fix resolves what was reported. */
@Timeout(60)
class FieldTypesFuzzTest {
    private static final List<FieldType<?>> TYPES = List.of(
            new Line(20, "x"),
            new Text("x"),
            new Date(),
            new FlexibleDate(),
            new WholeNumber(1, "2"),
            new WebAddress(),
            new SiteAddress(),
            new Email(),
            new LanguageTag(),
            new YesNo(),
            new Choice<>(Map.of("high", 1, "middle", 2)),
            new Identifier(),
            new DecimalNumber(Optional.of(BigDecimal.ONE.negate()), Optional.empty(), 2, "1"),
            new QuantityType(
                    new DecimalNumber(Optional.of(BigDecimal.ZERO), Optional.empty(), 2, "1"),
                    List.of(new Unit("km", "km"), new Unit("mile", "miles")),
                    "1 km"),
            new PeriodType(),
            new OpeningHoursType(),
            PostalAddress.BRITISH,
            new PositionType(Optional.of(PositionType.Bounds.UNITED_KINGDOM)),
            new PositionType(Optional.empty()),
            new MoneyType("GBP"),
            new MoneyType("JPY"),
            Eligibility.TYPE,
            ServiceArea.TYPE,
            new TimeZoneName(),
            new ProjectPath("known.yaml"),
            new Phone(Optional.of("GB")),
            new Phone(Optional.empty()),
            new CountryCode(),
            new FormalIdentifier(List.of(Template.parse("AA-9aX").orElseThrow()), Optional.empty(), "AB-1cD"),
            new FormalIdentifier(List.of(), Optional.of(CheckedForm.ISBN), "0-306-40615-2"),
            new ImageName(),
            new Reference(List.of("venue", "maker"), "venue/an-id"));

    @DictionaryFile(resourcePath = "/org/waymark/addresses.dict")
    @FuzzTest
    void decodesAnything(byte[] bytes) {
        SourceFile file = SourceFile.decode("content/x.yaml", bytes);
        for (FieldType<?> type : TYPES) {
            Outcome<?> decoded = decode(type, file);
            Places.assertInside(List.of(file), decoded.diagnostics());
            assertTrue(decoded.value().isPresent() || !decoded.diagnostics().isEmpty());
            for (Diagnostic finding : decoded.diagnostics()) {
                finding.fix().ifPresent(fix -> assertCure(type, file, finding, fix));
            }
        }
        String text = file.text().strip();
        decode(new Date(), file).value().ifPresent(date -> assertEquals(LocalDate.parse(text), date));
        decode(new FlexibleDate(), file).value().ifPresent(date -> assertEquals(text, date.iso()));
        decode(new WholeNumber(1, "2"), file)
                .value()
                .ifPresent(number -> assertEquals(text.replaceFirst("^0+", ""), number.toString()));
        decode(new WebAddress(), file).value().ifPresent(FieldTypesFuzzTest::assertWebAddress);
    }

    private static <T> Outcome<T> decode(FieldType<T> type, SourceFile file) {
        return type.decode(
                "field", new Scalar(file.text(), file.span(0, file.text().length())));
    }

    /** Any finding after that has another cause. */
    private static void assertCure(FieldType<?> type, SourceFile file, Diagnostic finding, Fix fix) {
        var cured = SourceFile.of(file.path(), EditedText.of(file.text(), fix.edits()));
        String reason = reason(finding);
        assertTrue(
                decode(type, cured).diagnostics().stream()
                        .noneMatch(each -> reason(each).equals(reason)),
                () -> finding + ": " + file.text() + " -> " + cured.text());
    }

    private static String reason(Diagnostic finding) {
        return finding.message().replaceFirst(", but .*", "");
    }

    /** It is safe in an attribute and on a line of its own, and leads to a web host. */
    private static void assertWebAddress(String address) {
        assertTrue(address.matches("https?://[^\\s\"<>\\\\^`{|}\\x00-\\x20]+"), address);
        // A name that only browsers can resolve, such as 2.2 for 2.0.0.2, is an authority to Java and not a host.
        URI server = URI.create(address.replaceFirst("(?<=[^/:])[/?#].*", ""));
        assertEquals(Optional.empty(), Optional.ofNullable(server.getRawUserInfo()));
        assertTrue(server.getRawAuthority() != null, address);
    }
}
