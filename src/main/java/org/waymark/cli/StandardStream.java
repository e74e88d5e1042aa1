package org.waymark.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.source.Reason;

/** Standard output or standard error. Remembers write errors, which {@link java.io.PrintWriter} hides. */
final class StandardStream extends OutputStream {
    private final String name;
    private final OutputStream stream;
    private volatile @Nullable IOException failure;

    private StandardStream(String name, FileDescriptor descriptor) {
        this.name = name;
        this.stream = new FileOutputStream(descriptor);
    }

    static StandardStream out() {
        return new StandardStream("standard output", FileDescriptor.out);
    }

    static StandardStream err() {
        return new StandardStream("standard error", FileDescriptor.err);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            stream.write(bytes, from, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /** A sentence on lost output; empty if nothing was lost, or if the reader closed the pipe. */
    Optional<String> failure() {
        IOException e = failure;
        // As with `waymark list service | head -1`.
        if (e == null || String.valueOf(e.getMessage()).contains("pipe")) {
            return Optional.empty();
        }
        return Optional.of("cannot write to " + name + ": " + Reason.of(e, "it is not allowed", "it does not exist"));
    }
}
