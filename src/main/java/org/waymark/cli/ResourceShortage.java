package org.waymark.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.source.Reason;

/** A shortage of memory, threads or file handles. Java reports these as errors that name no file. */
final class ResourceShortage {
    private static final int MEGABYTE = 1024 * 1024;

    private ResourceShortage() {}

    /** A sentence on what is short; empty for any other failure. */
    static Optional<String> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> sentence(cause).stream())
                .findFirst();
    }

    private static Optional<String> sentence(Throwable failure) {
        if (failure instanceof OutOfMemoryError error) {
            return Optional.of(
                    String.valueOf(error.getMessage()).contains("thread")
                            ? "cannot start more threads; close other programs, or raise the limit with ulimit -u"
                            : "not enough memory: Java may use "
                                    + Runtime.getRuntime().maxMemory() / MEGABYTE
                                    + " MB; allow more with WAYMARK_JAVA_OPTS=-Xmx2g");
        }
        if (failure instanceof StackOverflowError) {
            return Optional.of(
                    "something is nested too deeply; nest it less, or allow more with WAYMARK_JAVA_OPTS=-Xss8m");
        }
        if (isNotLoaded(failure)) {
            return Optional.of("cannot load a part of Waymark or Java (" + failure.getMessage()
                    + "); install Waymark again, or raise the limit of open files with ulimit -n");
        }
        return failure instanceof IOException e
                ? Reason.known(e).map(reason -> "the machine failed: " + reason)
                : Optional.empty();
    }

    private static boolean isNotLoaded(Throwable failure) {
        return failure instanceof TypeNotPresentException
                || failure instanceof UnsatisfiedLinkError
                // One with a cause is a failed initialiser, and the cause says more.
                || (failure instanceof NoClassDefFoundError && failure.getCause() == null)
                || (failure instanceof ClassNotFoundException);
    }
}
