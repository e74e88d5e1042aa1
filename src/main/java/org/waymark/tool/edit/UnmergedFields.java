package org.waymark.tool.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waymark.source.SourceFile;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;

/** The fields of one entry, as typed, that differ from another's. */
final class UnmergedFields {
    private UnmergedFields() {}

    /**
     * The lines of the fields that the other entry does not have with an equal value.
     *
     * @param taken names of fields to skip
     */
    static List<String> lines(SourceFile file, Mapping from, Mapping into, Set<String> taken) {
        var positions = new YamlPositions(file);
        var lines = new ArrayList<String>();
        for (Member member : from.members()) {
            Optional<Value> other = into.member(member.key().text()).flatMap(Member::value);
            boolean isEqual = member.value().isEmpty()
                    || (other.isPresent() && text(member.value().get()).equals(text(other.get())));
            if (!isEqual && !taken.contains(member.key().text())) {
                lines.addAll(typed(positions, from, member));
            }
        }
        return lines;
    }

    private static List<String> typed(YamlPositions positions, Mapping from, Member member) {
        int start = positions.start(member.key());
        int end = positions.end(member);
        if (!positions.isInBrackets(from)) {
            end = positions.lineEnd(end);
        }
        int indentation = positions.column(start);
        return positions
                .file()
                .text()
                .substring(start, end)
                .lines()
                .map(line -> line.isBlank() ? "" : withoutMargin(line, indentation))
                .toList();
    }

    private static String withoutMargin(String line, int margin) {
        int at = 0;
        while (at < margin && at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return line.substring(at);
    }

    /** The content of a value, ignoring quotes, brackets and line breaks. */
    static Object text(Value value) {
        if (value instanceof Scalar scalar) {
            return scalar.text().strip();
        }
        if (value instanceof Sequence list) {
            return list.items().stream().map(UnmergedFields::text).toList();
        }
        return ((Mapping) value)
                .members().stream()
                        .map(member -> List.of(
                                member.key().text(),
                                member.value().map(UnmergedFields::text).orElse("")))
                        .toList();
    }
}
