package org.waymark.check;

import org.waymark.model.GoneEntry;
import org.waymark.model.Kinds;

/** Says of something that nothing must lead to any more what became of it. */
final class Gone {
    private Gone() {}

    /** Since when and why it is gone, and where to look instead. */
    static String since(GoneEntry entry) {
        String reason = entry.reason().map(text -> ": " + withoutStop(text)).orElse("");
        String cure = entry.instead()
                .map(ref -> "refer to `" + Kinds.of(ref.target()).name() + "/" + ref.id() + "` instead")
                .orElse("remove this");
        return "it is gone since " + entry.since() + reason + "; " + cure;
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
