package org.waymark.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import org.waymark.Build;
import org.waymark.Settings;
import org.waymark.publish.Publisher;
import org.waymark.publish.Reproduction;
import org.waymark.publish.Reproduction.Deviation;
import org.waymark.render.OutputFile;
import org.waymark.report.TerminalEscaper;
import org.waymark.source.Project;

/**
 * A build that must give the same site as the one before although everything that must not matter is different: the order
 * of the files, the number of threads, and the language and time zone of the machine.
 */
final class SecondBuild {
    /** Of the files that are not the same twice; the rest is counted. */
    private static final int SHOWN = 5;

    private SecondBuild() {}

    /** Makes the site again, and compares it with what is staged. */
    static List<Deviation> compare(Publisher first, Project project, Settings settings) {
        var reproduction = new Reproduction(first);
        run(project, settings, reproduction::take);
        return reproduction.deviations();
    }

    /** Says where the two differ. */
    static void explain(List<Deviation> deviations, PrintWriter err) {
        for (Deviation deviation : deviations.subList(0, Math.min(SHOWN, deviations.size()))) {
            err.println(deviation.path() + " differs at byte " + deviation.offset() + ", in line " + deviation.line());
            err.println("   first: " + TerminalEscaper.of(deviation.first()));
            err.println("  second: " + TerminalEscaper.of(deviation.second()));
        }
        if (deviations.size() > SHOWN) {
            err.println("and " + Findings.count(deviations.size() - SHOWN, "more file", "more files"));
        }
        err.println("Nothing was published: two builds of the same content differ in "
                + Findings.count(deviations.size(), "file", "files") + ". Look for what a template does there.");
    }

    private static void run(Project project, Settings settings, Consumer<OutputFile> output) {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        var oneThread = new ForkJoinPool(1);
        try {
            // Turkish has letters of its own, and it is never the same day there as everywhere else.
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            oneThread
                    .submit(() -> Build.once().run(shuffled(project), settings, stage -> {}, output))
                    .join();
        } finally {
            oneThread.shutdown();
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static Project shuffled(Project project) {
        return new Project(
                shuffled(project.content()),
                shuffled(project.images()),
                shuffled(project.others()),
                shuffled(project.unread()),
                shuffled(project.templates()),
                shuffled(project.assets()));
    }

    private static <T> List<T> shuffled(List<T> files) {
        var other = new ArrayList<>(files);
        Collections.shuffle(other, new Random(1));
        return other;
    }
}
