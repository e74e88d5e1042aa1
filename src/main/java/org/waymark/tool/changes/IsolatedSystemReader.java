package org.waymark.tool.changes;

import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Restricts JGit to the repository. By default it runs {@code git} to find the system settings, reads the user's
 * settings, and writes files into the repository to measure the resolution of file timestamps.
 */
final class IsolatedSystemReader extends SystemReader.Delegate {
    private static final String FILE_SYSTEM = "filesystem";

    private IsolatedSystemReader(SystemReader machine) {
        super(machine);
    }

    /** Applies to the whole process. */
    static synchronized void begin() {
        if (!(SystemReader.getInstance() instanceof IsolatedSystemReader)) {
            SystemReader.setInstance(new IsolatedSystemReader(SystemReader.getInstance()));
        }
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
        return new NoSettings(parent, fs);
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
        return new NoSettings(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
        return new NoSettings(parent, fs);
    }

    /** Settings without a file, which contain only the resolution of file timestamps. */
    @SuppressWarnings("NullAway") // it has no file, and JGit asks for none
    private static final class NoSettings extends FileBasedConfig {
        NoSettings(Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {}

        @Override
        public void save() {}

        @Override
        public boolean isOutdated() {
            return false;
        }

        /** Two seconds, that of the slowest clock in use (FAT), so JGit need not measure. */
        @Override
        public long getTimeUnit(String section, String subsection, String name, long unset, TimeUnit unit) {
            return section.equals(FILE_SYSTEM)
                    ? unit.convert(2, TimeUnit.SECONDS)
                    : super.getTimeUnit(section, subsection, name, unset, unit);
        }

        @Override
        public String toString() {
            return "no settings";
        }
    }
}
