package org.waymark.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.source.Reason;

/** What a machine, or the limits set for Java, may have too little of. No file is to blame, so that Java tells of it. */
final class ResourceShortage {
    private static final int MEGABYTE = 1024 * 1024;

    private ResourceShortage() {}

    /** A sentence for the user on what was short; empty where something else is the matter. */
    static Optional<String> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> sentence(cause).stream())
                .findFirst();
    }

    private static Optional<String> sentence(Throwable failure) {
        if (failure instanceof OutOfMemoryError error) {
            return Optional.of(
                    String.valueOf(error.getMessage()).contains("thread")
                            ? "the machine lets Waymark start no more threads; close other programs, or allow more with"
                                    + " ulimit -u"
                            : "there is not enough memory: Java may use "
                                    + Runtime.getRuntime().maxMemory() / MEGABYTE
                                    + " MB; allow more, such as WAYMARK_JAVA_OPTS=-Xmx2g");
        }
        if (failure instanceof StackOverflowError) {
            return Optional.of(
                    "something is nested too deeply for the memory of one thread; nest it less, or allow more,"
                            + " such as WAYMARK_JAVA_OPTS=-Xss8m");
        }
        if (isNotLoaded(failure)) {
            return Optional.of("a part of Waymark or Java cannot be loaded (" + failure.getMessage()
                    + "); install Waymark again, or allow more open files with ulimit -n");
        }
        return failure instanceof IOException e
                ? Reason.known(e).map(reason -> "the machine has failed: " + reason)
                : Optional.empty();
    }

    private static boolean isNotLoaded(Throwable failure) {
        return failure instanceof TypeNotPresentException
                || failure instanceof UnsatisfiedLinkError
                // That a class could not begin has a cause, which says more.
                || (failure instanceof NoClassDefFoundError && failure.getCause() == null)
                || (failure instanceof ClassNotFoundException);
    }
}
