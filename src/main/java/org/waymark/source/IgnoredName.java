package org.waymark.source;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of files and folders that are not content: hidden ones, and those that text editors, Git, operating systems and
 * archives leave next to users' files. They are neither read nor watched.
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
     * Backup and temporary files of Emacs, Nano and Gedit, Word, Vim, patch and Git, JetBrains, and incomplete downloads. In
     * lower case.
     */
    private static final Pattern FORMS = Pattern.compile(
            "(?s).*~|#.*#|~\\$.*" + "|.*\\.(swp|swo|bak|orig|rej|tmp|temp|part|crdownload)" + "|.*___jb_(tmp|old)___");

    private IgnoredName() {}

    /** Whether a file or folder with this name is ignored, in any folder. */
    public static boolean is(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(".")
                || NAMES.contains(lower)
                || FORMS.matcher(lower).matches();
    }
}
