package org.waymark.tool.links;

/** Sends requests to other sites. */
public interface WebClient {
    /** How much of a page to request. */
    enum Method {
        /** Only the headers. */
        HEAD,
        /** The whole page, though its body is not read. */
        GET
    }

    /**
     * Makes one request, and follows no redirect.
     *
     * @throws InterruptedException if the caller no longer waits for the response
     */
    Reply ask(LinkUrl address, Method method) throws InterruptedException;
}
