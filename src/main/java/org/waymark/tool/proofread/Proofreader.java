package org.waymark.tool.proofread;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.languagetool.JLanguageTool;
import org.languagetool.Languages;
import org.languagetool.markup.AnnotatedText;
import org.languagetool.markup.AnnotatedTextBuilder;
import org.languagetool.rules.ITSIssueType;
import org.languagetool.rules.Rule;
import org.languagetool.rules.RuleMatch;
import org.languagetool.rules.spelling.SpellingCheckRule;
import org.waymark.check.Wording;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.markdown.Passage;
import org.waymark.source.Edit;
import org.waymark.source.Span;

/** Proofreads entries with LanguageTool's rules for British English. For one thread. */
public final class Proofreader {
    private static final int MOST_SUGGESTIONS = 3;
    private static final String BETWEEN_PASSAGES = "\n\n";

    private final JLanguageTool tool;

    /** Loads the dictionary and rules, which takes seconds. The names and terms of the directory are known words. */
    public Proofreader(Directory directory) {
        tool = new JLanguageTool(Languages.getLanguageForShortCode("en-GB"));
        tool.disableRules(HouseStyle.RULES_OFF);
        List<String> known = KnownWords.of(directory);
        for (Rule rule : tool.getAllActiveRules()) {
            if (rule instanceof SpellingCheckRule spelling) {
                spelling.addIgnoreTokens(known);
            }
        }
    }

    /** Findings about the spelling and grammar of an entry. Skips quotations and code. */
    public List<Diagnostic> read(Entry entry) {
        List<Passage> passages = Wording.passages(entry).stream()
                .filter(passage -> passage.kind() != Passage.Kind.QUOTE)
                .toList();
        var text = new AnnotatedTextBuilder();
        passages.forEach(passage -> add(passage, text));
        var found = new ArrayList<Diagnostic>();
        for (RuleMatch match : check(text.build())) {
            if (match.getRule().getLocQualityIssueType() != ITSIssueType.Style) {
                report(match, passages).ifPresent(found::add);
            }
        }
        return found;
    }

    private List<RuleMatch> check(AnnotatedText text) {
        try {
            return tool.check(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(Passage passage, AnnotatedTextBuilder builder) {
        String text = passage.text();
        int start = 0;
        while (start < text.length()) {
            boolean isText = isText(passage, start);
            int end = start + 1;
            while (end < text.length() && isText(passage, end) == isText) {
                end++;
            }
            if (isText) {
                builder.addText(text.substring(start, end));
            } else {
                builder.addMarkup(text.substring(start, end), "this");
            }
            start = end;
        }
        builder.addMarkup(BETWEEN_PASSAGES, BETWEEN_PASSAGES);
    }

    private static boolean isText(Passage passage, int offset) {
        return !passage.isCode(offset) && passage.text().charAt(offset) != Passage.IMAGE_SIGN;
    }

    private static Optional<Diagnostic> report(RuleMatch match, List<Passage> passages) {
        int before = 0;
        for (Passage passage : passages) {
            int start = match.getFromPos() - before;
            int end = Math.min(match.getToPos() - before, passage.text().length());
            if (start < passage.text().length()) {
                return start < 0 || start >= end ? Optional.empty() : Optional.of(report(match, passage, start, end));
            }
            before += passage.text().length() + BETWEEN_PASSAGES.length();
        }
        return Optional.empty();
    }

    private static Diagnostic report(RuleMatch match, Passage passage, int start, int end) {
        Span span = passage.span(start, end);
        List<String> suggestions = match.getSuggestedReplacements();
        String help = suggestions.isEmpty()
                ? "read the sentence again; if the word is right, add it to `known-words` in `content/site.yaml`"
                : "did you mean "
                        + suggestions.stream()
                                .limit(MOST_SUGGESTIONS)
                                .map(suggestion -> "`" + suggestion + "`")
                                .collect(Collectors.joining(" or "))
                        + "?";
        Diagnostic finding = Diagnostic.of(
                Codes.PROOFREADING, span, MatchMessage.of(match, passage.text().substring(start, end)), help);
        boolean isReplaceable = !suggestions.isEmpty() && passage.isVerbatim(start, end);
        return isReplaceable
                ? finding.withFix(Optional.of(new Fix(
                        "Change to `" + suggestions.get(0) + "`", false, List.of(new Edit(span, suggestions.get(0))))))
                : finding;
    }
}
