package org.waymark.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A command as GitHub's runner parses it from a line of output (actions/runner, {@code ActionCommand}). */
public record WorkflowCommand(String name, Map<String, String> properties, String data) {
    private static final List<String> NAMES = List.of(
            "error",
            "warning",
            "notice",
            "debug",
            "set-env",
            "set-output",
            "save-state",
            "add-mask",
            "add-path",
            "group",
            "endgroup",
            "echo",
            "add-matcher",
            "remove-matcher",
            "stop-commands",
            "internal-set-repo-path");

    /** The command in a line, if the runner would find one there: in its newer form, otherwise in its older one. */
    public static Optional<WorkflowCommand> in(String line) {
        String trimmed = line.replaceFirst("^[\\s\\p{Z}]+", "");
        int end = trimmed.startsWith("::") ? trimmed.indexOf("::", 2) : -1;
        if (end >= 0 && isName(trimmed.substring(2, end))) {
            return Optional.of(of(trimmed.substring(2, end), ",", trimmed.substring(end + 2)));
        }
        int start = line.indexOf("##[");
        int close = start < 0 ? -1 : line.indexOf(']', start);
        return close < 0 || !isName(line.substring(start + 3, close))
                ? Optional.empty()
                : Optional.of(of(line.substring(start + 3, close), ";", line.substring(close + 1)));
    }

    private static boolean isName(String info) {
        return NAMES.contains(info.split(" ", 2)[0].toLowerCase(java.util.Locale.ROOT));
    }

    private static WorkflowCommand of(String info, String separator, String data) {
        String[] parts = info.split(" ", 2);
        var properties = new LinkedHashMap<String, String>();
        if (parts.length == 2) {
            Arrays.stream(parts[1].trim().split(separator)).forEach(pair -> {
                String[] sides = pair.split("=", 2);
                if (sides.length == 2) {
                    properties.put(
                            sides[0],
                            unescaped(sides[1])
                                    .replace("%3A", ":")
                                    .replace("%2C", ",")
                                    .replace("%25", "%"));
                }
            });
        }
        return new WorkflowCommand(parts[0], properties, unescaped(data).replace("%25", "%"));
    }

    private static String unescaped(String text) {
        return text.replace("%0D", "\r").replace("%0A", "\n");
    }
}
