package org.waymark.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.source.SourceFile;

/** Templates that try to access what they must not: classes, files, the network, system properties. */
class TemplateReachTest {
    private static final String PAGE = "page/page.ftlh";

    /** The data of a page. */
    public record Shown(String title, Path file) {
        /** Not a record component, so not visible to templates. */
        public String secret() {
            return "secret";
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${'freemarker.template.utility.Execute'?new()('id')} | is not allowed",
                "${'freemarker.template.utility.ObjectConstructor'?new()('java.io.File', '/etc/passwd')} | is not allowed",
                "${'freemarker.template.utility.JythonRuntime'?new()} | is not allowed",
                "${'freemarker.template.SimpleScalar'?new('a text')} | is not allowed",
                "<#assign name = 'freemarker.template.utility.Execute'>${name?new()('id')} | is not allowed",
                "${page?api.class} | can't use ?api",
                "${page.title?api.getBytes()} | can't use ?api",
                "${page.class} | has no value on this page",
                "${page.getClass()} | has no value on this page",
                "${page.secret} | has no value on this page",
                "${page.secret()} | has no value on this page",
                "${page.title()} | expected a method",
                "${page.title.class} | expected a hash",
                "${page.file} | templates cannot use a class",
                "${page.file.toUri()} | templates cannot use a class",
                "${statics['java.lang.System']} | has no value on this page",
                "${.vars.statics} | has no value on this page",
                "${.data_model.class} | has no value on this page",
                "<#include '/etc/passwd'> | there is no template `etc/passwd`",
                "<#include 'file:///etc/passwd'> | there is no template",
                "<#include '../../../../etc/passwd'> | template",
                "<#include 'https://example.org/x.ftlh'> | there is no template",
                "<#include 'classpath:log4j.properties'> | there is no template",
                "<#import 'jar:file:/x.jar!/x.ftlh' as x> | there is no template",
                "<#include '/etc/passwd' parse=false> | there is no template",
                "<#include '/*/etc/passwd'> | there is no template",
            })
    void isRefused(String template, String fact) {
        Diagnostic found = render(template).orElseThrow();
        assertEquals("template-error", found.code().name());
        assertEquals("templates/" + PAGE, found.span().path());
        assertTrue(found.message().toLowerCase().contains(fact.toLowerCase()), found.message());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${.get_optional_template('/etc/passwd').exists?c}",
                "${.get_optional_template('file:///etc/passwd').exists?c}",
                "${page.class???c}",
            })
    void hasNoValue(String template) {
        var text = new PageBuffer(64);
        assertEquals(
                "false",
                render(template, text)
                        .map(Diagnostic::message)
                        .orElseGet(() -> new String(text.toBytes(), StandardCharsets.UTF_8)));
    }

    @Test
    void showsTheComponentsOfARecord() {
        var text = new PageBuffer(64);
        assertEquals(Optional.empty(), render("${page.title}", text));
        assertEquals("A &lt;title&gt;", new String(text.toBytes(), StandardCharsets.UTF_8));
    }

    private static Optional<Diagnostic> render(String page) {
        return render(page, new PageBuffer(64));
    }

    private static Optional<Diagnostic> render(String page, PageBuffer text) {
        Templates templates = Templates.read(List.of(SourceFile.of("templates/" + PAGE, page)));
        return templates.unreadable().stream()
                .findFirst()
                .or(() -> templates.render(
                        PAGE,
                        Map.of("page", new Shown("A <title>", Path.of("a"))),
                        text,
                        new PageWatch(PageWatch.LIMIT)));
    }
}
