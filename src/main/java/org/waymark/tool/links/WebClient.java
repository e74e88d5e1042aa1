package org.waymark.tool.links;

/** Other people's servers. */
public interface WebClient {
    /** How much of a page is asked for. */
    enum Method {
        /** Only what the server says about it. */
        HEAD,
        /** The page itself, which is not read. */
        GET
    }

    /**
     * Makes one request, and follows no redirect.
     *
     * @throws InterruptedException when nobody waits for the answer any more
     */
    Reply ask(LinkUrl address, Method method) throws InterruptedException;
}
