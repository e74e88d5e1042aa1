package org.waymark.tool.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.Build;
import org.waymark.ShippedShapesTest;
import org.waymark.TestProject;
import org.waymark.Thorough;
import org.waymark.directory.Directory;
import org.waymark.schema.Kind;
import org.waymark.source.Project;
import org.waymark.tool.edit.EditableProject;

/** What LibreOffice opens and saves again is imported without a change. It is seldom installed. */
@Thorough("starts LibreOffice")
class LibreOfficeTest {
    private static final int PATIENCE = 180;

    @TempDir
    private Path folder;

    private static boolean isInstalled() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "soffice")));
    }

    @Test
    void savesAgainWhatWasExported() throws IOException, InterruptedException {
        if (!isInstalled()) {
            System.err.println("NOT TESTED: tables through LibreOffice; install libreoffice-calc-nogui");
        }
        assumeTrue(isInstalled());
        Project project = ShippedShapesTest.project("local-services");
        Directory directory = Build.once()
                .check(project, TestProject.SETTINGS.withUnpublished())
                .directory();
        var content = new EditableProject(directory, project);
        for (Kind kind : directory.kinds().forReaders()) {
            TableExport table = TableExport.of(content, kind, true);
            Files.write(folder.resolve(kind.name() + "-book.xlsx"), table.workbook());
            Files.write(folder.resolve(kind.name() + "-text.csv"), table.csv().getBytes(StandardCharsets.UTF_8));
        }
        saveAgain("*.xlsx");
        // With the choices of the dialog that people see: commas, double quotes, UTF-8.
        saveAgain("*.csv", "--infilter=CSV:44,34,76,1,,0,false,false");
        for (Kind kind : directory.kinds().forReaders()) {
            for (String form : List.of("book", "text")) {
                String name = kind.name() + "-" + form + ".xlsx";
                byte[] saved = Files.readAllBytes(folder.resolve("saved").resolve(name));
                assertEquals(
                        List.of(),
                        RoundTripTest.plan(content, kind, name, saved).changes(),
                        name);
            }
        }
    }

    private void saveAgain(String files, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
                folder.resolve("saved").toString()));
        command.addAll(List.of(options));
        try (var found = Files.newDirectoryStream(folder, files)) {
            found.forEach(file -> command.add(file.toString()));
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        boolean isDone = process.waitFor(PATIENCE, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertTrue(isDone, "LibreOffice did not end");
    }
}
