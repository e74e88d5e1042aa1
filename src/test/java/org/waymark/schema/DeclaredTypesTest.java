package org.waymark.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.content.ContentReader;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.EditedText;
import org.waymark.source.Json;
import org.waymark.source.SourceFile;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;

/** Which values each declared type accepts, what it reports, and which fixes work. */
class DeclaredTypesTest {
    private static Outcome<DeclaredFields> declared(String declaration, Optional<String> country) {
        SourceFile file = SourceFile.of("kind.yaml", "value: {" + declaration + ", help: what it is}");
        Mapping mapping = (Mapping) ContentReader.readYaml(file).value().orElseThrow();
        return new FieldTypes(Map.of(), country).fields().decode("fields", mapping);
    }

    private static Outcome<?> decode(String declaration, SourceFile file) {
        return decode(declaration, file, Optional.of("GB"));
    }

    private static Outcome<?> decode(String declaration, SourceFile file, Optional<String> country) {
        Outcome<DeclaredFields> declared = declared(declaration, country);
        assertEquals(List.of(), declared.diagnostics());
        Mapping mapping = (Mapping) ContentReader.readYaml(file).value().orElseThrow();
        Value value = mapping.members().get(0).value().orElseThrow();
        return declared.value().orElseThrow().fields().get(0).type().decode("value", value);
    }

    private static SourceFile file(String typed) {
        return SourceFile.of("entry.yaml", "value: " + typed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            type: number                                    | 0012                 | 12
            'type: number, min: -20'                        | -7                   | -7
            'type: number, max: 10'                         | 10                   | 10
            'type: number, decimals: 2'                     | 2.50                 | 2.50
            'type: number, decimals: 2, min: -1'            | -0.5                 | -0.5
            'type: amount, unit: km'                        | 12                   | 12 km
            'type: amount, unit: km'                        | 12km                 | 12 km
            'type: amount, unit: {one: mile, many: miles}'  | 1                    | 1 mile
            'type: amount, unit: {one: mile, many: miles}'  | 1 miles              | 1 mile
            'type: amount, units: [km, {one: mile, many: miles}]' | 2.5 miles      | 2.5 miles
            'type: amount, unit: °C, min: -50'              | -4 °C                | -4 °C
            type: period                                    | 2018-04 to 2020      | 2018-04 to 2020
            type: period                                    | since 2018-04-09     | since 2018-04-09
            type: period                                    | until 2020           | until 2020
            type: period                                    | 2018                 | 2018
            type: period                                    | 2018-04 to 2018      | 2018-04 to 2018
            type: position                                  | 52.0565, -2.7160     | 52.0565, -2.7160
            type: position                                  | 52.0565 -2.7160      | 52.0565, -2.7160
            'type: position, bounds: {south: 48, west: 2, north: 49, east: 3}' | 48.8566,2.3522 | 48.8566, 2.3522
            type: money                                     | free                 | free
            type: money                                     | £0                   | free
            type: money                                     | Pay what you can per meal | what you can per meal
            type: money                                     | by donation          | what you can
            type: money                                     | £3.50                | £3.50
            type: money                                     | £1,200 a year        | £1200 per year
            type: money                                     | GBP 3.50 per session for members | £3.50 per session for members
            type: money                                     | £2 to £5             | £2 to £5
            type: money                                     | £2-£5 each visit     | £2 to £5 per visit
            type: money                                     | from £10 for visitors | from £10 for visitors
            type: money                                     | free for clubs of the town | free for clubs of the town
            type: address                                   | '{street: 12 Mill Lane, town: Low Ford, postcode: HR1 2AB}' | '12 Mill Lane, Low Ford, HR1 2AB'
            type: address                                   | '{town: London, postcode: EC1A 1BB}' | 'London, EC1A 1BB'
            type: phone                                     | 02079460018          | 020 7946 0018
            type: phone                                     | (020) 7946-0018      | 020 7946 0018
            type: phone                                     | +44 (0)20 7946 0018  | 020 7946 0018
            type: phone                                     | 0044 20 7946 0018    | 020 7946 0018
            type: phone                                     | 020 7946 0018 ext. 12 | 020 7946 0018 x12
            type: phone                                     | +33 1 42 68 53 00    | +33 1 42 68 53 00
            type: phone                                     | 111                  | 111
            type: phone                                     | 116 123              | 116 123
            type: identifier                                | room-2               | room-2
            'type: identifier, pattern: AA-9999'            | RC-0123              | RC-0123
            'type: identifier, pattern: [A9, A99]'          | B12                  | B12
            'type: identifier, pattern: "\\\\A\\\\9-aX"'    | A9-bC                | A9-bC
            'type: identifier, check: isbn'                 | 0-306-40615-2        | 0-306-40615-2
            'type: identifier, check: isbn'                 | 978 0 306 40615 7    | 978 0 306 40615 7
            'type: identifier, check: issn'                 | 0317-8471            | 0317-8471
            'type: identifier, check: ean-13'               | 4006381333931        | 4006381333931
            'type: identifier, check: luhn'                 | 79927398713          | 79927398713
            'type: identifier, check: mod-11'               | 943 476 5919         | 943 476 5919
            'type: identifier, check: verhoeff'             | 2363                 | 2363
            'type: identifier, check: iban'                 | GB82 WEST 1234 5698 7654 32 | GB82 WEST 1234 5698 7654 32
            'type: list, of: date, max: 2'                  | [2025-01-01, 2025-01-02] | [2025-01-01, 2025-01-02]
            'type: list, of: date, min: 2'                  | [2025-01-01, 2025-01-02] | [2025-01-01, 2025-01-02]
            """)
    void takesWhatIsAllowed(String declaration, String typed, String read) {
        Outcome<?> outcome = decode(declaration, file(typed));
        assertEquals(List.of(), outcome.diagnostics());
        assertEquals(read, outcome.value().orElseThrow().toString());
    }

    /** The last column: what a certain fix makes of it, or nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            type: number                             | 1,200            | a whole number in digits, from 0 to a billion | write `1200` | 1200
            'type: number, max: 10'                  | 11               | from 0 to 10, but found `11`    | ''                    | ''
            type: number                             | -3               | from 0                          | ''                    | ''
            'type: number, decimals: 2'              | 2.505            | with up to 2 after the point    | ''                    | ''
            'type: number, decimals: 2'              | 2,5              | a number in digits              | did you mean `2.5`?   | ''
            'type: number, decimals: 2'              | "1,200.50"       | a number in digits              | did you mean `1200.50`? | 1200.50
            'type: number, decimals: 1, max: 5'      | 5.1              | at most 5                       | ''                    | ''
            'type: amount, unit: km'                 | 12 KM            | `km`                            | did you mean `12 km`? | 12 km
            'type: amount, unit: km'                 | 12 miles         | `km`                            | write it as `1 km`    | ''
            'type: amount, unit: km'                 | about 12 km      | `km`                            | write it as `1 km`    | ''
            'type: amount, unit: km'                 | 1,200 km         | `km`                            | did you mean `1200 km`? | ''
            'type: amount, units: [km, miles]'       | 12               | `km` or `miles`                 | write it as           | ''
            'type: amount, units: [km, miles]'       | 12 mils          | `km` or `miles`                 | did you mean `12 miles`? | ''
            'type: amount, unit: km, max: 10'        | 12 km            | at most 10                      | write it as           | ''
            'type: amount, unit: km, decimals: 0'    | 1.5 km           | a whole number                  | write it as           | ''
            type: period                             | 2020 to 2018     | ends before it begins           | `2018 to 2020`        | ''
            type: period                             | 2018-2020        | a period such as                | did you mean `2018 to 2020`? | 2018 to 2020
            type: period                             | 2018–2020        | a period such as                | did you mean `2018 to 2020`? | 2018 to 2020
            type: period                             | from 2018 to 2020 | a period such as               | did you mean `2018 to 2020`? | 2018 to 2020
            type: period                             | April 2018 - March 2020 | a period such as         | did you mean `2018-04 to 2020-03`? | 2018-04 to 2020-03
            type: period                             | 2018 to now      | a period such as                | did you mean `since 2018`? | since 2018
            type: period                             | 2018-            | a period such as                | did you mean `since 2018`? | since 2018
            type: period                             | Since 2018       | a period such as                | did you mean `since 2018`? | since 2018
            type: period                             | until 1 May 2020 | a period such as                | did you mean `until 2020-05-01`? | until 2020-05-01
            type: period                             | 2018-13 to 2020  | a period such as                | write years           | ''
            type: period                             | recently         | a period such as                | write years           | ''
            type: position                           | -2.7160, 52.0565 | outside its area             | did you mean `52.0565, -2.7160`? | ''
            type: position                           | 52.0565, 2.7160 | outside its area              | did you mean `52.0565, -2.7160`? | ''
            type: position                           | 48.8566, 2.3522  | outside its area             | check it on a map     | ''
            type: position                           | 52.1, -2.7       | is too vague                 | at least 3 digits     | ''
            type: position                           | 95.0000, -2.7160 | a position such as           | from -90 to 90        | ''
            type: position                           | Mill Lane        | a position such as           | and a comma between   | ''
            type: money                              | -£5              | is below nought              | or `free`             | ''
            type: money                              | £-5              | is below nought              | or `free`             | ''
            type: money                              | £5 to £2         | begins with the higher price | did you mean `£2 to £5`? | ''
            type: money                              | £3.5             | a price such as              | two digits after the point | ''
            type: money                              | 3.50             | a price such as              | did you mean `£3.50`? | ''
            type: money                              | 50p              | a price such as              | did you mean `£0.50`? | ''
            type: money                              | €5               | a price such as              | write it as           | ''
            type: money                              | £99999999999999999999999 | a price such as      | ''                    | ''
            type: money                              | ask us           | a price such as              | write it as           | ''
            type: address                            | "{town: Low Ford, postcode: hr12ab}" | a postcode such as | write `HR1 2AB` | HR1 2AB
            type: address                            | "{town: Low Ford, postcode: HR1 2AC}" | a postcode such as | against its source | ''
            type: address                            | "{town: Low Ford, postcode: HRI 2AB}" | a postcode such as | against its source | ''
            type: address                            | "{town: Low Ford, postcode: HR1 OAB}" | a postcode such as | did you mean `HR1 0AB`? | ''
            type: address                            | "{town: Low Ford, postcode: XX1 2AB}" | no postcode begins with `XX` | against its source | ''
            type: address                            | "{street: 12 Mill Lane}" | an address needs `town`  | the town or city      | ''
            type: address                            | "3 Market Street, Otterbridge, ZZ1 3FG" | a group of | such as `building: Mill Lane Hall`, `street: 12 Mill Lane` | ''
            type: eligibility                        | "{ages: 25 to 16}" | ends before it begins      | did you mean `16 to 25`? | ''
            type: eligibility                        | "{ages: young}"  | ages such as                 | in completed years    | ''
            type: service-area                       | "{postcodes: [hr1]}" | the beginning of a postcode | write `HR1`        | HR1
            type: service-area                       | "{postcodes: [XX1]}" | no postcode begins with `XX` | against           | ''
            type: service-area                       | "{within: -2 miles}" | at least 0.1             | ''                    | ''
            type: phone                              | 020 794          | has too few digits              | against its source    |  ''
            type: phone                              | 020 7946 00188   | has too many digits             | against its source    |  ''
            type: phone                              | 7946 0018        | `7946 0018`                     | against its source    |  ''
            type: phone                              | +999 20 7946 0018 | a phone number such as         | no country has this code | ''
            type: phone                              | 020 7946 0018 (mornings) | a phone number such as  | did you mean `020 7946 0018`? | ''
            type: phone                              | "Tel: 020 7946 0018" | a phone number such as      | did you mean `020 7946 0018`? | ''
            type: phone                              | ask at the desk  | a phone number such as          | in digits             | ''
            type: phone                              | "javascript:alert(1)" | a phone number such as     | in digits             | ''
            'type: identifier, pattern: AA-9999'     | rc-0123          | of the form `AA-9999`, but found `rc-0123` | write `RC-0123` | RC-0123
            'type: identifier, pattern: AA-9999'     | RC 0123          | of the form                     | write `RC-0123`       | RC-0123
            'type: identifier, pattern: AA-9999'     | RC-01234         | of the form                     | `9` stands for a digit | ''
            'type: identifier, pattern: [A9, A99]'   | B                | `A9` or `A99`                   | write it like `A1`    | ''
            'type: identifier, check: isbn'          | 978-0-306-40615-8 | has a wrong digit              | against its source    |  ''
            'type: identifier, check: isbn'          | 978-0-306-4061   | 10 digits, or 13                | write it like         | ''
            'type: identifier, check: luhn'          | 79927398710      | has a wrong digit               | against its source    |  ''
            'type: list, of: date, max: 1'           | [2025-01-01, 2025-01-02] | has 2 items, but may have at most 1 | remove this one | ''
            'type: list, of: date, min: 3'           | [2025-01-01, 2025-01-02] | has 2 items, but needs at least 3 | add what is missing | ''
            'type: list, unique: yes, of: {type: group, fields: {a: {type: date, help: x}}}' | [{a: 2025-01-01}, {a: 2025-01-01}] | lists this twice | remove one | ''
            type: picture                            | "{file: ../images/a.jpg, alt: A bus}" | `file` must be the name | write `a.jpg` | ''
            type: picture                            | "{file: a.jpg}"  | a picture needs `alt`           | what it shows         | ''
            type: picture                            | "{file: ../../site.yaml, alt: A bus}" | the name of a file in `content/images` | put a copy there | ''
            type: picture                            | "{file: 'https://x.example/a.jpg', alt: A bus}" | the name of a file in `content/images` | put a copy there | ''
            type: picture                            | bus.jpg          | a group of `file`               | file: bus.jpg         | ''
            'type: reference, to: [venue, maker]'    | mill             | a kind and an id such as venue/an-id | `venue/mill` or `maker/mill` | ''
            'type: reference, to: [venue, maker]'    | venues/mill      | `venues` in `value` is not a kind | did you mean `venue/mill`? | venue/mill
            'type: reference, to: [venue, maker]'    | ../venues/mill.yaml | is not a kind to which     | did you mean `venue/mill`? | venue/mill
            'type: reference, to: [venue, maker]'    | town/mill        | is not a kind to which          | one of venue, maker   | ''
            'type: reference, to: [venue, maker]'    | venue/The Mill   | `The Mill` in `value` is not an id | the-mill           | ''
            """)
    void reportsWhatIsNot(String declaration, String typed, String message, String help, String fixed) {
        SourceFile file = file(typed.replaceFirst("^\"(\\{.*\\})\"$", "$1"));
        List<Diagnostic> found = decode(declaration, file).diagnostics();
        assertEquals(1, found.size(), found.toString());
        Diagnostic finding = found.get(0);
        assertTrue(finding.message().contains(message), finding.toString());
        assertTrue(finding.help().orElse("").contains(help), finding.toString());
        Optional<Fix> certain = finding.fix().filter(Fix::isCertain);
        if (!fixed.isEmpty()) {
            SourceFile cured = SourceFile.of(
                    file.path(),
                    EditedText.of(file.text(), certain.orElseThrow().edits()));
            assertTrue(cured.text().contains(fixed), cured.text());
            assertEquals(List.of(), decode(declaration, cured).diagnostics());
        } else if (!declaration.contains("picture") && !declaration.contains("list")) {
            assertEquals(Optional.empty(), certain);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            type: amount                                 | an amount needs a unit
            'type: amount, unit: km, units: [km, miles]' | either `unit` or `units`
            'type: amount, unit: 5k'                     | cannot begin with a digit
            'type: number, min: 5, max: 2'               | `max` is less than `min`
            'type: list, of: date, min: 5, max: 2'       | `max` is less than `min`
            'type: number, decimals: 9'                  | from 0 to 6
            'type: number, max: 5, example: 12'          | `example` must be
            'type: identifier, pattern: AA, example: 12' | `example` must be
            'type: identifier, example: a-1'             | `pattern` or a `check`
            'type: identifier, pattern: "-"'             | a form such as
            'type: identifier, check: isbm'              | `check` must be one of
            'type: line, max: 5, example: too long here' | `example`
            'type: phone, region: GB'                    | no field `region`
            'type: period, min: 2018'                    | no field `min`
            'type: picture, max: 2'                      | no field `max`
            'type: reference, to: []'                    | `to` is an empty list
            'type: position, bounds: {south: 52, west: 1, north: 51, east: 2}' | nothing is within
            'type: money, unit: £'                       | no field `unit`
            """)
    void reportsWhatCannotBeDeclared(String declaration, String message) {
        List<Diagnostic> found = declared(declaration, Optional.empty()).diagnostics();
        assertEquals(1, found.size(), found.toString());
        assertTrue(found.get(0).message().contains(message), found.toString());
    }

    @Test
    void boundsAreNumbersOfTheJsonSchema() {
        FieldType<?> type = declared("type: number, decimals: 1, min: -0.5", Optional.empty())
                .value()
                .orElseThrow()
                .fields()
                .get(0)
                .type();
        assertTrue(Json.indented(type.schema()).contains("\"minimum\" : -0.5"), Json.indented(type.schema()));
    }

    @ParameterizedTest
    @CsvSource({"'020 7946 0018', add `country`", "'+44 20 7946 0018', ''"})
    void needsTheCountryOfANumber(String typed, String help) {
        List<Diagnostic> found =
                decode("type: phone", file(typed), Optional.empty()).diagnostics();
        assertEquals(help.isEmpty() ? 0 : 1, found.size(), found.toString());
        found.forEach(finding -> assertTrue(finding.help().orElse("").contains(help), finding.toString()));
    }
}
