package org.waymark.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.Thorough;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.source.SourceFile;

/** Templates that loop, write or recurse endlessly. */
class EndlessTemplateTest {
    private static final PageWatch.Usage SHORT = new PageWatch.Usage(Duration.ofMillis(400), Long.MAX_VALUE);
    private static final PageWatch.Usage SMALL = new PageWatch.Usage(Duration.ofSeconds(1), 32 << 20);
    private static final String STOPPED = "the template was stopped here: it used more than ";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Thorough("waits until a template's time is over")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>\n<#list 1.. as i></#list>",
                "<p>\n<#list 1.. as i><#if i == 0>never</#if></#list>",
                "<p>\n<#list 1..2000000000 as i><#assign x = i></#list>",
                "<p>\n<#list 1.. as i><#attempt>${nothing}<#recover></#attempt></#list>",
            })
    void reportsTheLineOfAnEndlessLoop(String template) {
        var watch = new PageWatch(new PageWatch.Usage(Duration.ofSeconds(1), Long.MAX_VALUE));
        Diagnostic found = finding(template, "", watch);
        assertFalse(watch.hasGivenUp(), "it is stopped, not abandoned");
        assertEquals("template-error", found.code().name());
        assertEquals("templates/page/page.ftlh", found.span().path());
        assertEquals(2, found.span().start().line());
        assertTrue(found.message().startsWith(STOPPED + "1 seconds"), found.message());
    }

    @Test
    void reportsTheTemplateThatLoops() {
        Diagnostic found = finding("<#include \"/part/loop.ftlh\">", "<p>\n\n<#list 1.. as i></#list>", SHORT);
        assertEquals("templates/part/loop.ftlh", found.span().path());
        assertEquals(3, found.span().start().line());
    }

    /**
     * FreeMarker checks for interruption only between the iterations of a loop. These templates end, so as not to
     * disturb other tests.
     */
    @Thorough("keeps a processor busy after the test")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>\n${(1..50000000)?filter(i -> i < 0)?size}",
                "<p>\n${((1..300000)?join('a') + 'b')?matches('(.*a)*c')?c}",
                "<p>\n<#function f n><#if n == 0><#return 0></#if><#return f(n - 1) + f(n - 1)></#function>${f(25)}",
            })
    void abandonsTemplatesThatCannotBeStopped(String template) {
        assertEquals(2, finding(template).span().start().line());
    }

    /** The first cannot be interrupted, and ends so as not to disturb other tests. */
    @Thorough("takes much memory")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>\n<#assign x = (1..20000000)?join(',')>",
                "<p>\n<#assign s = 'x'><#list 1.. as i><#assign s = s[0..*100000] + s></#list>",
            })
    void stopsTemplatesThatUseTooMuchMemory(String template) {
        Diagnostic found = finding(template, "", SMALL);
        assertEquals(STOPPED + "1 seconds or 32 MB of memory on one page", found.message());
        assertEquals(2, found.span().start().line());
    }

    @Thorough("keeps a processor busy after the test")
    @Test
    void startsNoMorePagesAfterAbandoningOne() {
        Templates templates = Templates.read(List.of(SourceFile.of(
                "templates/page/page.ftlh", "<#if page == 0>${(1..50000000)?filter(i -> i < 0)?size}</#if>")));
        var watch = new PageWatch(SHORT);
        var made = new AtomicInteger();
        List<Diagnostic> found = assertTimeoutPreemptively(
                PATIENCE,
                () -> watch.over(() -> IntStream.range(0, 1_000_000)
                        .parallel()
                        .boxed()
                        .flatMap(page -> watch.page(() -> {
                            made.incrementAndGet();
                            return render(templates, page, watch).stream();
                        }))
                        .toList()));
        int then = made.get();
        assertEquals(1, found.size());
        assertTrue(watch.hasGivenUp());
        assertEquals(then, made.get());
        assertEquals(Stream.empty().toList(), watch.page(() -> Stream.of(1)).toList());
    }

    @Test
    void doesNotInterruptThePageAfterAStoppedOne() {
        Templates templates = Templates.read(
                List.of(SourceFile.of("templates/page/page.ftlh", "<#if page == 0><#list 1.. as i></#list></#if>")));
        var watch = new PageWatch(SHORT);
        var interrupted = new ArrayList<Boolean>();
        watch.over(() -> {
            render(templates, 0, watch);
            interrupted.add(Thread.currentThread().isInterrupted());
            render(templates, 1, watch);
            return List.of();
        });
        assertEquals(List.of(false), interrupted);
        assertFalse(watch.hasGivenUp());
    }

    /** A thread makes many pages between two checks; together they use more than one page may. */
    @Test
    void countsOnlyWhatAPageUsesItself() {
        Templates templates = Templates.read(List.of(
                SourceFile.of("templates/page/page.ftlh", "<#list 1..300 as i>${'x'?right_pad(1000)}</#list>")));
        var watch = new PageWatch(new PageWatch.Usage(Duration.ofSeconds(1), 16 << 20));
        List<Diagnostic> found = watch.over(() -> {
            var stopped = new ArrayList<Diagnostic>();
            long end = System.nanoTime() + Duration.ofSeconds(1).toNanos();
            while (System.nanoTime() < end) {
                render(templates, 0, watch).ifPresent(stopped::add);
            }
            return stopped;
        });
        assertEquals(List.of(), found);
    }

    @Thorough("writes 32 MB three times")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<#list 1.. as i>x</#list>",
                "<#list 1.. as i>${i}, </#list>",
                "<#list 1.. as i>${'x'?right_pad(9999)}</#list>",
            })
    void stopsATooLongPage(String template) {
        Diagnostic found = finding(template, "", new PageWatch.Usage(Duration.ofSeconds(5), Long.MAX_VALUE));
        assertEquals("templates/page/page.ftlh", found.span().path());
        assertEquals("the template was stopped here: it wrote more than 32 MB on one page", found.message());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<#macro m><@m/></#macro><@m/>",
                "<#include '/page/page.ftlh'>",
                "<#function f n><#return f(n + 1)></#function>${f(1)}",
                "<#macro a><@b/></#macro><#macro b><#nested><@a/></#macro><@a/>",
            })
    void stopsATemplateThatCallsItself(String template) {
        assertEquals(
                "the template, or one that it uses, calls itself endlessly",
                finding(template).message());
    }

    @Test
    void reportsDeeplyNestedTemplates() {
        Templates templates = Templates.read(List.of(SourceFile.of(
                "templates/page/page.ftlh", "${" + "(".repeat(200_000) + "1" + ")".repeat(200_000) + "}")));
        assertEquals(
                List.of("the template is nested too deeply"),
                templates.unreadable().stream().map(Diagnostic::message).toList());
    }

    private static Diagnostic finding(String page) {
        return finding(page, "", SHORT);
    }

    private static Diagnostic finding(String page, String part, PageWatch.Usage limit) {
        return finding(page, part, new PageWatch(limit));
    }

    private static Diagnostic finding(String page, String part, PageWatch watch) {
        Templates templates = Templates.read(List.of(
                SourceFile.of("templates/page/page.ftlh", page), SourceFile.of("templates/part/loop.ftlh", part)));
        List<Diagnostic> found = assertTimeoutPreemptively(
                PATIENCE,
                () -> watch.over(() ->
                        watch.page(() -> render(templates, 0, watch).stream()).toList()));
        assertEquals(1, found.size(), found.toString());
        return found.get(0);
    }

    private static Optional<Diagnostic> render(Templates templates, int page, PageWatch watch) {
        return templates.render("page/page.ftlh", Map.of("page", page), new PageBuffer(1 << 10), watch);
    }
}
