package org.waymark.cli;

import picocli.CommandLine.TypeConversionException;

/** An invalid value on the command line. The message is a whole sentence, with help. */
final class InvalidArgument extends TypeConversionException {
    private static final long serialVersionUID = 1L;

    InvalidArgument(String message) {
        super(message);
    }
}
