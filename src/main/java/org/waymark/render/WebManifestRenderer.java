package org.waymark.render;

import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.plan.Frame;
import org.waymark.plan.SitePlan;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** {@code manifest.webmanifest} (W3C Web Application Manifest): name, colours and icons, for home screens. */
final class WebManifestRenderer implements Renderer {
    private static final int SHORT = 12;

    @Override
    public List<Diagnostic> render(SitePlan plan, Consumer<OutputFile> output) {
        Frame frame = plan.frame();
        var text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("name", frame.title());
            json.writeStringProperty("short_name", shortened(frame.title()));
            json.writeStringProperty("description", frame.summary());
            json.writeStringProperty("lang", frame.language());
            json.writeStringProperty("start_url", "./");
            json.writeStringProperty("scope", "./");
            json.writeStringProperty("display", "browser");
            frame.look().light().ifPresent(colour -> json.writeStringProperty("theme_color", colour));
            frame.look().paper().ifPresent(colour -> json.writeStringProperty("background_color", colour));
            json.writeArrayPropertyStart("icons");
            icon(json, frame, "icon-192.png", "192x192", "any");
            icon(json, frame, "icon-512.png", "512x512", "any");
            icon(json, frame, "icon-maskable-512.png", "512x512", "maskable");
            json.writeEndArray();
            json.writeEndObject();
        }
        output.accept(
                OutputFile.Made.text("manifest.webmanifest", text.getBuffer().append('\n')));
        return List.of();
    }

    private static void icon(JsonGenerator json, Frame frame, String name, String sizes, String purpose) {
        String path = frame.assets().get(name);
        if (path != null) {
            json.writeStartObject();
            json.writeStringProperty("src", path);
            json.writeStringProperty("sizes", sizes);
            json.writeStringProperty("type", "image/png");
            json.writeStringProperty("purpose", purpose);
            json.writeEndObject();
        }
    }

    /** The first words of a title that fit below an icon, without a short one at the end: "Directory" of "Directory of". */
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
