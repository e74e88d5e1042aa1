package org.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ResourceShortageTest {
    static Stream<Arguments> shortages() {
        return Stream.of(
                // As passed on by other threads.
                Arguments.of(
                        new IllegalStateException(new OutOfMemoryError("Java heap space")), "WAYMARK_JAVA_OPTS=-Xmx2g"),
                Arguments.of(new OutOfMemoryError("unable to create native thread"), "ulimit -u"),
                Arguments.of(new StackOverflowError(), "WAYMARK_JAVA_OPTS=-Xss8m"),
                Arguments.of(new NoClassDefFoundError("org/waymark/Build"), "ulimit -n"),
                Arguments.of(new UncheckedIOException(new IOException("Too many open files")), "ulimit -n"),
                Arguments.of(new UncheckedIOException(new IOException("No space left on device")), "free some space"));
    }

    @ParameterizedTest
    @MethodSource("shortages")
    void isReportedInOneSentenceWithHelp(Throwable failure, String cure) {
        String told = told(failure);
        assertTrue(told.startsWith("waymark: ") && told.contains(cure), told);
        assertEquals(1, told.lines().count(), told);
    }

    @Test
    void isNotBlamedForOurOwnFaults() {
        for (Throwable fault : new Throwable[] {
            new IllegalStateException("two files at one path"),
            new NoClassDefFoundError("Could not initialize class X").initCause(new IllegalStateException("our fault")),
            new UncheckedIOException(new IOException("strange"))
        }) {
            assertTrue(told(fault).contains("a bug in Waymark"), told(fault));
            assertTrue(told(fault).contains("\tat "), told(fault));
        }
    }

    private static String told(Throwable failure) {
        var text = new StringWriter();
        var err = new PrintWriter(text);
        assertEquals(ExitCode.FAILURE, WaymarkCommand.report(failure, err));
        err.flush();
        return text.toString();
    }
}
