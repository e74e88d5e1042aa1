package org.waymark.tool.links;

import java.util.Optional;

/**
 * The result of checking an address.
 *
 * @param reason the problem, as a clause for a report; empty if there is none
 * @param movedTo the address that the server says to use from now on
 * @param downgradesTo the unencrypted address to which an encrypted one redirects
 */
public record LinkResult(LinkStatus status, String reason, Optional<String> movedTo, Optional<String> downgradesTo) {
    /** The state of an address. */
    public enum LinkStatus {
        /** The page exists. */
        GOOD,
        /** The page does not exist. */
        DEAD,
        /** The server rejects programs. */
        BARRED,
        /** The server asks for a later retry. */
        BUSY,
        /** It is in a private network. */
        PRIVATE
    }

    static final LinkResult GOOD = new LinkResult(LinkStatus.GOOD, "", Optional.empty(), Optional.empty());

    static LinkResult of(LinkStatus status, String reason) {
        return new LinkResult(status, reason, Optional.empty(), Optional.empty());
    }
}
