package org.waymark.render;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Routes;
import org.waymark.plan.Frame;
import org.waymark.plan.SitePlan;
import org.waymark.source.Json;

/** {@code manifest.webmanifest} (W3C Web Application Manifest): name, colours and icons, for home screens. */
final class WebManifestRenderer implements Renderer {
    private static final int SHORT = 12;

    @Override
    public List<Diagnostic> render(SitePlan plan, Consumer<OutputFile> output) {
        Frame frame = plan.frame();
        var manifest = Json.object()
                .add("name", frame.title())
                .add("short_name", shortened(frame.title()))
                .add("description", frame.summary())
                .add("lang", frame.language())
                .add("start_url", "./")
                .add("scope", "./")
                .add("display", "browser")
                .add("theme_color", frame.look().light())
                .add("background_color", frame.look().paper())
                .add(
                        "icons",
                        Stream.of(
                                        icon(frame, "icon-192.png", "192x192", "any"),
                                        icon(frame, "icon-512.png", "512x512", "any"),
                                        icon(frame, "icon-maskable-512.png", "512x512", "maskable"))
                                .flatMap(Optional::stream)
                                .toList());
        output.accept(OutputFile.Made.text(Routes.MANIFEST.value(), Json.line(manifest) + "\n"));
        return List.of();
    }

    private static Optional<Json.Members> icon(Frame frame, String name, String sizes, String purpose) {
        return Optional.ofNullable(frame.assets().get(name))
                .map(path -> Json.object()
                        .add("src", path)
                        .add("sizes", sizes)
                        .add("type", "image/png")
                        .add("purpose", purpose));
    }

    /**
     * The first words of a title that fit below an icon, without a short word at the end: "Directory", not "Directory
     * of".
     */
    static String shortened(String title) {
        if (title.length() <= SHORT) {
            return title;
        }
        int end = title.lastIndexOf(' ', SHORT);
        while (end > 0) {
            int before = title.lastIndexOf(' ', end - 1);
            if (end - before > 4 || before < 0) {
                return title.substring(0, end);
            }
            end = before;
        }
        return title.substring(
                0, title.offsetByCodePoints(0, Math.min(SHORT, title.codePointCount(0, title.length()))));
    }
}
