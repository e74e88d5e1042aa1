package org.waymark.render;

import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateScalarModel;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The directive {@code same} of templates, for what many pages have in common: {@code <@same name="foot ${root}">}. Its
 * content is rendered for the first page only, and written again for every page that gives the same name. So the name
 * must contain everything that the content depends on, apart from {@code site}. For one plan; safe for use by several
 * threads.
 */
final class SamePart implements TemplateDirectiveModel {
    private final Map<String, String> texts = new ConcurrentHashMap<>();

    @Override
    public void execute(
            Environment page,
            @SuppressWarnings("rawtypes") Map parameters,
            TemplateModel[] variables,
            @Nullable TemplateDirectiveBody content)
            throws TemplateException, IOException {
        if (!(parameters.get("name") instanceof TemplateScalarModel name)) {
            throw new LabelFunction.Misuse("`same` needs a name", "write it as in `<@same name=\"foot ${root}\">`");
        }
        if (content == null) {
            return;
        }
        String text = texts.get(name.getAsString());
        if (text == null) {
            var rendered = new StringWriter();
            content.render(rendered);
            text = rendered.toString();
            texts.put(name.getAsString(), text);
        }
        page.getOut().write(text);
    }
}
