package org.waymark.cli;

import picocli.CommandLine.TypeConversionException;

/** A value on the command line is not what it must be. The message is a whole sentence, with the cure. */
final class WrongValue extends TypeConversionException {
    private static final long serialVersionUID = 1L;

    WrongValue(String message) {
        super(message);
    }
}
