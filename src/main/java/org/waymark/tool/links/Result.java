package org.waymark.tool.links;

import java.util.Optional;

/**
 * What is known of an address.
 *
 * @param reason why it is not simply good: a clause for a report, else empty
 * @param movedTo the address that the server says to use from now on
 * @param opensTo the address without encryption to which one with encryption leads
 */
public record Result(Verdict verdict, String reason, Optional<String> movedTo, Optional<String> opensTo) {
    /** How it stands with an address. */
    public enum Verdict {
        /** It is there. */
        GOOD,
        /** It is not there. */
        DEAD,
        /** The server does not let machines in. */
        BARRED,
        /** The server wants to be asked later. */
        BUSY,
        /** It is in a private network. */
        PRIVATE
    }

    static final Result GOOD = new Result(Verdict.GOOD, "", Optional.empty(), Optional.empty());

    static Result of(Verdict verdict, String reason) {
        return new Result(verdict, reason, Optional.empty(), Optional.empty());
    }
}
