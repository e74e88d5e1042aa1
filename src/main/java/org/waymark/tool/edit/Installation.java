package org.waymark.tool.edit;

/** Where the workflows of a directory take Waymark from. */
public sealed interface Installation {
    /** From the sources in the same repository. */
    record Sources() implements Installation {}

    /**
     * From an archive for Linux.
     *
     * @param url its address
     * @param sha256 its checksum, in hexadecimal
     */
    record Release(String url, String sha256) implements Installation {
        public Release {
            if (!url.matches("https://[!-~&&[^\"'`$\\\\<>#]]+")) {
                throw Refusal.wrongUsage(
                        "the address of a release begins with https:// and has no spaces or quotes: " + url);
            }
            if (!sha256.matches("[0-9a-f]{64}")) {
                throw Refusal.wrongUsage("a SHA-256 has 64 digits from 0 to f: " + sha256);
            }
        }
    }
}
