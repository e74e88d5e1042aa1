package org.waymark.source;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of files and folders that no one writes for readers: hidden ones, and what text editors, Git, operating systems and
 * archives leave beside the files of their users. They are not read, and changes to them are not seen.
 */
public final class IgnoredName {
    private static final Set<String> NAMES = Set.of(
            "thumbs.db",
            "ehthumbs.db",
            "desktop.ini", // Windows
            "icon\r",
            "__macosx", // macOS, and its archives
            "@eadir", // Synology
            "4913"); // Vim, to see whether it may write here

    /**
     * Copies of Emacs, Nano and Gedit, of Word, of Vim, of patches and Git, of JetBrains, and parts of downloads. In lower
     * case.
     */
    private static final Pattern FORMS = Pattern.compile(
            "(?s).*~|#.*#|~\\$.*" + "|.*\\.(swp|swo|bak|orig|rej|tmp|temp|part|crdownload)" + "|.*___jb_(tmp|old)___");

    private IgnoredName() {}

    /** Whether a file or folder of this name is ignored, wherever it is. */
    public static boolean is(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(".")
                || NAMES.contains(lower)
                || FORMS.matcher(lower).matches();
    }
}
