package org.waymark.render;

import freemarker.core.Environment;
import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.template.TemplateException;
import freemarker.template.TemplateNotFoundException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.source.Position;
import org.waymark.source.Span;

/** Turns the exceptions of FreeMarker into diagnostics in plain words. */
final class TemplateProblem {
    private static final String HELP = "correct the template, or remove it to use the one that comes with Waymark";

    /** The sentence that states the problem, without advice about Java, long lists and the repeated location. */
    private static final Pattern FACT = Pattern.compile(
            "(?:Unexpected end of file reached\\. )?(.+?)(?:\\.\\s.*|\\.?|:?\\s*==>.*)", Pattern.DOTALL);

    private TemplateProblem() {}

    /** A template that cannot be parsed. */
    static Diagnostic diagnose(ParseException e) {
        Span span = span(
                e.getTemplateName(),
                e.getLineNumber(),
                e.getColumnNumber(),
                e.getEndLineNumber(),
                e.getEndColumnNumber());
        return Diagnostic.of(Codes.TEMPLATE_ERROR, span, fact(e.getEditorMessage()), HELP);
    }

    /**
     * A template that fails on a page.
     *
     * @param templates the names of all templates
     */
    static Diagnostic diagnose(TemplateException e, List<String> templates) {
        Span span = span(
                e.getTemplateSourceName(),
                number(e.getLineNumber()),
                number(e.getColumnNumber()),
                number(e.getEndLineNumber()),
                number(e.getEndColumnNumber()));
        if (e instanceof InvalidReferenceException && e.getBlamedExpressionString() != null) {
            String name = e.getBlamedExpressionString();
            return Diagnostic.of(
                    Codes.TEMPLATE_ERROR,
                    span,
                    "`" + name + "` has no value on this page",
                    "check its spelling; for a value that may be missing, write `" + name + "!`");
        }
        if (e instanceof LabelFunction.Misuse misuse) {
            return Diagnostic.of(
                    Codes.TEMPLATE_ERROR, span, String.valueOf(misuse.getMessageWithoutStackTop()), misuse.help());
        }
        if (e.getCause() instanceof TemplateNotFoundException missing) {
            String name = String.valueOf(missing.getTemplateName());
            return Diagnostic.of(
                    Codes.TEMPLATE_ERROR,
                    span,
                    "there is no template `" + name + "`",
                    DidYouMean.question(name, templates).orElse(HELP));
        }
        return Diagnostic.of(Codes.TEMPLATE_ERROR, span, fact(e.getMessageWithoutStackTop()), HELP);
    }

    /** A template that exceeded a limit on its time or memory. */
    static Diagnostic endless(Span here, PageWatch.Usage limit) {
        return Diagnostic.of(
                Codes.TEMPLATE_ERROR,
                here,
                "the template was stopped here: it used more than "
                        + limit.time().toSeconds() + " seconds or " + (limit.allocated() >> 20)
                        + " MB of memory on one page",
                "look for an endless or excessive loop, and for a text or list that keeps growing");
    }

    /** A template that writes too much. */
    static Diagnostic tooLong(Span here) {
        return Diagnostic.of(
                Codes.TEMPLATE_ERROR,
                here,
                "the template was stopped here: it wrote more than " + (PageBuffer.MOST >> 20) + " MB on one page",
                "look for a loop that does not end, here or in a template that it uses");
    }

    /**
     * The current position of a template. May be called on any thread; on a thread other than the template's own, the
     * result is empty if the template moves on at that moment.
     */
    static Optional<Span> whereIs(Environment environment) {
        try {
            var here = new TemplateException("", environment);
            String name = here.getTemplateSourceName();
            // A text interpreted as a template has no position in a file.
            return name == null || name.contains("->")
                    ? Optional.empty()
                    : Optional.of(span(
                            name,
                            number(here.getLineNumber()),
                            number(here.getColumnNumber()),
                            number(here.getEndLineNumber()),
                            number(here.getEndColumnNumber())));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    static Span beginningOf(String template) {
        return span(template, 1, 1, 1, 1);
    }

    /** A template nested more deeply than FreeMarker can parse. */
    static Diagnostic tooNested(String template) {
        return somewhere(
                template, "the template is nested too deeply", "look for thousands of nested brackets or tags");
    }

    /** A template with infinite recursion. */
    static Diagnostic tooDeep(String page) {
        return somewhere(
                page,
                "the template, or one that it uses, calls itself endlessly",
                "look for a macro, a function or an include that calls itself, directly or through others");
    }

    /** A template that runs out of memory. */
    static Diagnostic tooLarge(String page) {
        return somewhere(
                page,
                "the template needs more memory than Waymark has",
                "look for a text or list that keeps growing; if the directory is that large, allow more memory, such as WAYMARK_JAVA_OPTS=-Xmx2g");
    }

    /** A problem whose location FreeMarker does not report. */
    private static Diagnostic somewhere(String template, String message, String help) {
        return Diagnostic.of(Codes.TEMPLATE_ERROR, beginningOf(template), message, help);
    }

    private static Span span(@Nullable String template, int line, int column, int endLine, int endColumn) {
        var start = new Position(Math.max(1, line), Math.max(1, column));
        var last = new Position(Math.max(1, endLine), Math.max(1, endColumn) + 1);
        return new Span(Templates.FOLDER + template, start, last.compareTo(start) < 0 ? start : last);
    }

    private static int number(@Nullable Integer number) {
        return number == null ? 1 : number;
    }

    private static String fact(@Nullable String message) {
        String plain = String.valueOf(message)
                .replaceAll("\\s*\\(wrapper: [^)]*\\)", "")
                .replaceAll("\\s+", " ");
        Matcher fact = FACT.matcher(plain.strip());
        String sentence = fact.matches() ? fact.group(1) : plain.strip();
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }
}
