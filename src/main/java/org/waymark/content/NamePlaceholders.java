package org.waymark.content;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;

/**
 * Inserts the name of a kind into the other lines of its file, in place of {@code {one}}, {@code {many}} or {@code
 * {a}}; {@code {Many}} begins with a capital letter. So if a project renames a kind of its shape, the new name appears
 * everywhere.
 */
final class NamePlaceholders {
    private static final String NAME = "name";
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)\\}");

    private final Map<String, String> forms = new HashMap<>();

    private NamePlaceholders(Mapping name) {
        for (Member member : name.members()) {
            if (member.value().orElse(null) instanceof Scalar scalar
                    && !scalar.text().isEmpty()) {
                String form = member.key().text();
                forms.put(form, scalar.text());
                forms.put(capitalised(form), capitalised(scalar.text()));
            }
        }
    }

    /** A kind file with its name in all of its lines. */
    static Mapping fill(Mapping kind) {
        if (!(kind.member(NAME).flatMap(Member::value).orElse(null) instanceof Mapping name)) {
            return kind;
        }
        var words = new NamePlaceholders(name);
        List<Member> members = kind.members().stream()
                .map(member -> member.key().text().equals(NAME) ? member : words.fill(member))
                .toList();
        return new Mapping(members, kind.span());
    }

    private Member fill(Member member) {
        return new Member(member.key(), member.value().map(this::fill));
    }

    private Value fill(Value value) {
        if (value instanceof Mapping mapping) {
            return new Mapping(mapping.members().stream().map(this::fill).toList(), mapping.span());
        } else if (value instanceof Sequence sequence) {
            return new Sequence(
                    sequence.items().stream().map(this::fill).toList(), sequence.isInBrackets(), sequence.span());
        }
        Scalar scalar = (Scalar) value;
        return scalar.text().indexOf('{') < 0
                ? scalar
                : new Scalar(filled(scalar.text()), scalar.span(), scalar.comment());
    }

    /** Braces around an unknown name are kept. */
    private String filled(String text) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(forms.getOrDefault(place.group(1), place.group())));
    }

    private static String capitalised(String text) {
        int end = text.offsetByCodePoints(0, 1);
        return text.substring(0, end).toUpperCase(Locale.ROOT) + text.substring(end);
    }
}
