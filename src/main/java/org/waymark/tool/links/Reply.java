package org.waymark.tool.links;

import java.util.Optional;

/** The outcome of one request. */
public sealed interface Reply {
    /**
     * The server has answered.
     *
     * @param location where it redirects to
     * @param retryAfter when to retry, as it says
     * @param isBotChallenge whether it says that this is a challenge that only a person with a browser can pass
     * @param setsCookie whether it sets a cookie for the next request
     */
    record Answer(
            int status,
            Optional<String> location,
            Optional<String> retryAfter,
            boolean isBotChallenge,
            boolean setsCookie)
            implements Reply {
        /** An answer that consists only of its status. */
        public Answer(int status) {
            this(status, Optional.empty(), Optional.empty(), false, false);
        }

        boolean isRedirect() {
            return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
        }

        boolean isPermanent() {
            return status == 301 || status == 308;
        }
    }

    /**
     * There is no readable response.
     *
     * @param reason a clause for a report: {@code there is no server called `www.example.org`}
     */
    record Failure(FailureKind kind, String reason) implements Reply {}

    /** Why there was no response. */
    enum FailureKind {
        /** Its name is unknown, it refuses connections, or it times out; so will any other request. */
        OUT_OF_REACH(true, true),
        /** It disconnected, or did not send HTTP. */
        CUT_OFF(true, false),
        /** It cannot prove its identity. */
        NOT_TRUSTED(false, false),
        /** It is in a private network. */
        PRIVATE(false, false);

        private final boolean isTransient;
        private final boolean isHostLevel;

        FailureKind(boolean isTransient, boolean isHostLevel) {
            this.isTransient = isTransient;
            this.isHostLevel = isHostLevel;
        }

        /** Whether a retry may succeed. */
        boolean isTransient() {
            return isTransient;
        }

        /** Whether the reply does not depend on the requested page. */
        boolean isHostLevel() {
            return isHostLevel;
        }
    }
}
