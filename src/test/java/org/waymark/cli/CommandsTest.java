package org.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class CommandsTest {
    @Test
    void areListedByTheirOwnNames() {
        WaymarkCommand.COMMANDS.forEach((name, command) ->
                assertEquals(command.getAnnotation(Command.class).name(), name));
    }

    @Test
    void areAllListed() {
        Set<String> found = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.waymark.cli")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Command.class))
                        .map(type -> type.getName())
                        .filter(name -> !name.equals(WaymarkCommand.class.getName()))
                        .collect(Collectors.toSet());
        // A command lists its own subcommands in its annotation.
        Set<String> listed = WaymarkCommand.COMMANDS.values().stream()
                .flatMap(command -> Stream.concat(
                        Stream.of(command),
                        Stream.of(command.getAnnotation(Command.class).subcommands())))
                .map(Class::getName)
                .collect(Collectors.toSet());
        assertTrue(listed.containsAll(found), found + " in " + listed);
        assertTrue(found.size() >= 5, found.toString());
    }
}
