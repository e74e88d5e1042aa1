package org.waymark.cli;

import picocli.CommandLine.TypeConversionException;

/** A value on the command line is not what it must be. The message is a whole sentence, with the cure. */
final class InvalidValue extends TypeConversionException {
    private static final long serialVersionUID = 1L;

    InvalidValue(String message) {
        super(message);
    }
}
