package org.waymark.content;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.directory.LinkPath;
import org.waymark.schema.Shape;
import org.waymark.source.AssetFile;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/**
 * Finds files in {@code templates} that have no effect: templates whose names belong to no page or kind of entry, and
 * which no
 * other template names either; assets that nothing names; and other files.
 */
public final class UnusedTemplates {
    private static final String FOLDER = "templates/";
    private static final String ASSETS = FOLDER + "assets/";
    private static final Pattern INCLUSION =
            Pattern.compile("<#(?:import|include)\\s+(?:\"([^\"]*)\"|'([^']*)'|[^>]*)");

    private final Project project;
    private final List<String> ofKinds;

    private UnusedTemplates(Project project, Shape shape) {
        this.project = project;
        ofKinds = shape.kinds().stream()
                .filter(kind -> kind.place().isFolder())
                .flatMap(kind -> shape.templates(kind).stream())
                .toList();
    }

    /** Reports each of them. */
    public static List<Diagnostic> check(Project project, Shape shape) {
        var check = new UnusedTemplates(project, shape);
        return Stream.of(check.templates(), check.assets(), check.others())
                .flatMap(found -> found)
                .toList();
    }

    /** Whether a file is in the folder of templates. */
    static boolean isAmongTemplates(String path) {
        return path.startsWith(FOLDER);
    }

    private Stream<Diagnostic> templates() {
        List<SourceFile> added = project.addedTemplates().stream()
                .filter(template -> !ofKinds.contains(template.path()))
                .toList();
        if (added.isEmpty()) {
            return Stream.of();
        }
        var included = new HashSet<String>();
        project.templates().forEach(template -> included.addAll(included(template)));
        return added.stream()
                .filter(template -> !included.contains(template.path()))
                .map(template -> finding(
                        template.path(),
                        "no page and no other template uses this template",
                        "give it the name of the template that it should replace, or include it in another"));
    }

    /** The templates that a template imports or includes. A computed name may refer to any template. */
    private Set<String> included(SourceFile template) {
        var paths = new HashSet<String>();
        Matcher inclusion = INCLUSION.matcher(template.text());
        while (inclusion.find()) {
            String name = inclusion.group(1) == null ? inclusion.group(2) : inclusion.group(1);
            if (name == null || template.text().startsWith(" +", inclusion.end())) {
                project.templates().stream()
                        .filter(each -> !each.equals(template))
                        .forEach(each -> paths.add(each.path()));
            } else {
                LinkPath.resolve(name.startsWith("/") ? FOLDER : template.path(), name.replaceFirst("^/+", ""))
                        .ifPresent(path -> paths.add(path.path()));
            }
        }
        paths.remove(template.path());
        return paths;
    }

    private Stream<Diagnostic> assets() {
        List<String> builtIn = Project.builtInAssets();
        List<AssetFile> added = project.assets().stream()
                .filter(asset -> !builtIn.contains(asset.path()))
                .toList();
        if (added.isEmpty()) {
            return Stream.of();
        }
        List<String> texts = Stream.concat(
                        project.templates().stream().map(SourceFile::text),
                        project.assets().stream()
                                .filter(asset -> asset.path().matches(".*\\.(?:css|m?js|svg|webmanifest)"))
                                .map(asset -> new String(asset.bytes(), StandardCharsets.UTF_8)))
                .toList();
        return added.stream()
                .filter(asset -> {
                    String name = asset.path().substring(asset.path().lastIndexOf('/') + 1);
                    return texts.stream().noneMatch(text -> text.contains(name));
                })
                .map(asset -> finding(
                        asset.path(),
                        "no template and no other asset names this file",
                        "give it the name of the asset that it should replace, or use it in a template"));
    }

    private Stream<Diagnostic> others() {
        return project.others().stream()
                .filter(UnusedTemplates::isAmongTemplates)
                .filter(path -> !path.substring(path.lastIndexOf('/') + 1)
                        .toLowerCase(Locale.ROOT)
                        .startsWith("readme"))
                .map(path -> finding(
                        path,
                        "this file is neither a template nor an asset",
                        "templates end with `.ftlh`, and assets are in `" + ASSETS + "`; rename, move or remove it"));
    }

    private Diagnostic finding(String path, String message, String otherwise) {
        List<String> known = Stream.of(Project.builtInTemplates(), Project.builtInAssets(), ofKinds)
                .flatMap(List::stream)
                .distinct()
                .toList();
        return Diagnostic.of(
                Codes.UNKNOWN_TEMPLATE,
                Span.startOf(path),
                message,
                DidYouMean.question(path, known).orElse(otherwise));
    }
}
