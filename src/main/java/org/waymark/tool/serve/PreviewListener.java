package org.waymark.tool.serve;

/** Receives the events of a preview, to report them to the user. */
public interface PreviewListener {
    /** The site was built, with or without errors. */
    void built(Rebuild rebuild);

    /**
     * It could not be built.
     *
     * @param failure a {@link org.waymark.source.ReadFailure}, or a fault of Waymark's own
     */
    void failed(RuntimeException failure);
}
