package org.waymark.tool.edit;

import java.util.stream.Collectors;
import org.waymark.source.Edit;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;

/** Removes and adds members of a mapping in its own style: in braces, or with a line for each. */
final class MemberEdits {
    private final YamlPositions positions;
    private final Mapping mapping;

    MemberEdits(YamlPositions positions, Mapping mapping) {
        this.positions = positions;
        this.mapping = mapping;
    }

    /** Removes a member. Comments above it stay. */
    Edit remove(Member member) {
        int start = positions.start(member.key());
        int end = positions.end(member);
        if (!positions.isInBrackets(mapping) && positions.beginsLine(start)) {
            return positions.deleteLines(start, end);
        }
        int index = mapping.members().indexOf(member);
        if (index + 1 < mapping.members().size()) {
            return positions.edit(
                    start, positions.start(mapping.members().get(index + 1).key()), "");
        }
        return positions.edit(
                index == 0 ? start : positions.end(mapping.members().get(index - 1)), end, "");
    }

    /**
     * Adds a member after the last one.
     *
     * @param lines as written in lines, without indentation
     * @param inBraces as written in braces
     */
    Edit add(String lines, String inBraces) {
        if (positions.isInBrackets(mapping)) {
            return mapping.members().isEmpty()
                    ? positions.insert(positions.start(mapping) + 1, inBraces)
                    : positions.insert(positions.end(last()), ", " + inBraces);
        }
        String indentation = " "
                .repeat(positions.column(
                        positions.start(mapping.members().get(0).key())));
        return positions.insertLines(positions.end(last()), indented(lines, indentation));
    }

    /** Adds a member of one line after another. */
    Edit addAfter(Member member, String line) {
        return positions.isInBrackets(mapping)
                ? positions.insert(positions.end(member), ", " + line)
                : positions.insertLines(
                        positions.end(member),
                        " "
                                        .repeat(positions.column(positions.start(
                                                mapping.members().get(0).key())))
                                + line);
    }

    private Member last() {
        return mapping.members().get(mapping.members().size() - 1);
    }

    static String indented(String lines, String indentation) {
        return lines.lines()
                .map(line -> line.isBlank() ? line : indentation + line)
                .collect(Collectors.joining("\n"));
    }
}
