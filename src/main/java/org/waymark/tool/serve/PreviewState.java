package org.waymark.tool.serve;

import java.util.Optional;
import org.waymark.Edition;

/**
 * What browsers are shown at one moment.
 *
 * @param number higher than that of anything shown before, including by an earlier run of the program
 * @param site the last one without errors; absent until there is one
 * @param findings what needs fixing, as shown in the terminal
 * @param edition what the findings are about; absent before the first build, or where the project could not be read
 */
record PreviewState(long number, SiteFiles site, FindingsSummary findings, Optional<Edition> edition) {
    /**
     * The findings to show.
     *
     * @param title how many there are, in words
     * @param text as the terminal shows it
     */
    record FindingsSummary(long errors, long warnings, String title, String text) {
        static final FindingsSummary NONE = new FindingsSummary(0, 0, "", "");
    }
}
