package org.waymark.tool.changes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.waymark.content.ContentReader;
import org.waymark.content.ProjectShape;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import org.waymark.source.Value;

/** Compares what decides the look of a site: templates, their assets, the shape with its labels, and files for web hosts. */
final class LookComparison {
    private LookComparison() {}

    static List<LookChange> of(Project before, Project after) {
        Map<String, Object> was = files(before);
        Map<String, Object> is = files(after);
        var paths = new TreeSet<>(was.keySet());
        paths.addAll(is.keySet());
        return paths.stream()
                .filter(path -> !Objects.equals(was.get(path), is.get(path)))
                .map(path -> change(path, Optional.ofNullable(was.get(path)), Optional.ofNullable(is.get(path))))
                .toList();
    }

    /** By path; each is equal to another if its content is. */
    private static Map<String, Object> files(Project project) {
        var files = new TreeMap<String, Object>();
        project.templates().forEach(file -> files.put(file.path(), file));
        project.assets().forEach(file -> files.put(file.path(), file));
        project.hostFiles().forEach(file -> files.put(file.path(), file));
        project.content().stream()
                .filter(file -> ProjectShape.isPart(file.path()))
                .forEach(file -> files.put(file.path(), file));
        return files;
    }

    private static LookChange change(String path, Optional<Object> was, Optional<Object> is) {
        ChangeType type = was.isEmpty() ? ChangeType.ADDED : is.isEmpty() ? ChangeType.REMOVED : ChangeType.CHANGED;
        List<FieldChange.Detail> details = type == ChangeType.CHANGED && ProjectShape.isPart(path)
                ? details(values(was.get()), values(is.get()))
                : List.of();
        return new LookChange(type, part(path), path, details);
    }

    private static String part(String path) {
        if (ProjectShape.isPart(path)) {
            return ProjectShape.nameOfPart(path);
        }
        return path.startsWith("content/") ? "file for web hosts" : path.endsWith(".ftlh") ? "template" : "asset";
    }

    private static List<FieldChange.Detail> details(Map<String, String> was, Map<String, String> is) {
        var places = new ArrayList<>(is.keySet());
        was.keySet().stream().filter(place -> !is.containsKey(place)).forEach(places::add);
        return places.stream()
                .filter(place -> !Objects.equals(was.get(place), is.get(place)))
                .map(place -> new FieldChange.Detail(
                        place, Optional.ofNullable(was.get(place)), Optional.ofNullable(is.get(place))))
                .toList();
    }

    /** The values of a file by their place, such as {@code fields.title.max}. */
    private static Map<String, String> values(Object file) {
        var values = new LinkedHashMap<String, String>();
        if (file instanceof SourceFile text) {
            ContentReader.readYaml(text).value().ifPresent(value -> add(values, "", value));
        }
        return values;
    }

    private static void add(Map<String, String> values, String place, Value value) {
        if (value instanceof Value.Scalar scalar) {
            values.put(place, scalar.text());
        } else if (value instanceof Value.Sequence list) {
            for (Value item : list.items()) {
                add(values, place + "[" + name(item) + "]", item);
            }
        } else if (value instanceof Value.Mapping mapping) {
            String start = place.isEmpty() ? "" : place + ".";
            for (Value.Member member : mapping.members()) {
                member.value()
                        .ifPresent(inner -> add(values, start + member.key().text(), inner));
            }
        }
    }

    /** What tells an item of a list from the others, whatever its position. */
    private static String name(Value item) {
        Value first =
                item instanceof Value.Mapping mapping && !mapping.members().isEmpty()
                        ? mapping.members().get(0).value().orElse(item)
                        : item;
        return first instanceof Value.Scalar scalar ? scalar.text() : "";
    }
}
