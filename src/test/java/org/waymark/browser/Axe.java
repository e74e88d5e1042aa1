package org.waymark.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/** Runs axe-core on a page: failures of WCAG 2.2 at level AA, and of best practice. */
public final class Axe {
    private static final List<String> GUIDELINES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private Axe() {}

    /** The violations on a page in its current state. */
    public static List<String> violations(Page page) {
        return violations(page, axe(page).withTags(GUIDELINES));
    }

    /**
     * The violations on a page in dark mode on a narrow screen, and in light mode on a wide one. Leaves the page wide and light.
     */
    public static List<String> violationsInEveryLook(Page page) {
        var found = new ArrayList<String>();
        page.setViewportSize(320, 800);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        found.addAll(violations(page));
        page.setViewportSize(1280, 800);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        found.addAll(violations(page));
        return found;
    }

    /** For pages without frames, which do not need axe's second page; that would take four times as long. */
    private static AxeBuilder axe(Page page) {
        return new AxeBuilder(page).setLegacyMode(true);
    }

    private static List<String> violations(Page page, AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .map(rule -> page.url() + " " + page.viewportSize().width + ": " + rule.getId() + " "
                        + rule.getNodes().get(0).getHtml())
                .toList();
    }
}
