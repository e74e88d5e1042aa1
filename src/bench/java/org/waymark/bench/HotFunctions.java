package org.waymark.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.waymark.Build;
import org.waymark.Edition;
import org.waymark.Settings;
import org.waymark.check.Checker;
import org.waymark.content.ContentReader;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.markdown.Html;
import org.waymark.markdown.Prose;
import org.waymark.directory.CaseStudy;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.plan.SitePlan;
import org.waymark.plan.SitePlanner;
import org.waymark.publish.Publisher;
import org.waymark.render.OutputFile;
import org.waymark.render.Renderers;
import org.waymark.search.IndexFile;
import org.waymark.search.IndexFiles;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;
import org.waymark.source.SourceFile;

/** Benchmarks the slow functions of a build one by one, after warm-up, with 1,000 case studies. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class HotFunctions {
    private static final int CASE_STUDIES = 1_000;

    private Project project;
    private Settings settings;
    private SourceFile file;
    private Prose prose;
    private Directory directory;
    private SitePlan plan;
    private Queue<OutputFile> files;
    private Path folder;

    @Setup
    public void makeDirectory() throws IOException {
        var generated = new GeneratedDirectory(CASE_STUDIES, GeneratedDirectory.SEED);
        // The templates of this repository, with other content.
        Project own = ProjectReader.read(Path.of(""));
        project = new Project(
                generated.sources(), List.of(), List.of(), List.of(), own.templates(), own.assets());
        settings = new Settings(GeneratedDirectory.AS_OF, Optional.empty());
        file = project.content().stream()
                .filter(source -> source.path().startsWith("content/case-studies/"))
                .findFirst()
                .orElseThrow();
        Edition edition = Build.once().check(project, settings);
        directory = edition.directory();
        prose = directory.all(CaseStudy.class).get(0).body();
        plan = new SitePlanner(false).plan(directory, directory.site(), project);
        files = new ConcurrentLinkedQueue<>();
        Build.once().run(project, settings, stage -> {}, files::add);
        folder = Files.createTempDirectory("waymark-bench");
        publishUnchanged();
    }

    @TearDown(Level.Trial)
    public void removeFolder() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public Outcome<List<Entry>> readOneFile() {
        return ContentReader.read(file);
    }

    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public Html textToHtml() {
        return prose.toHtml(destination -> destination);
    }

    @Benchmark
    public List<Diagnostic> checkDirectory() {
        return Checker.check(directory, List.of());
    }

    @Benchmark
    public SitePlan planSite() {
        return new SitePlanner(false).plan(directory, directory.site(), project);
    }

    @Benchmark
    public void renderSite(Blackhole hole) {
        Renderers.all(false).forEach(renderer -> hole.consume(renderer.render(plan, hole::consume)));
    }

    @Benchmark
    public List<IndexFile> indexForSearch() {
        return IndexFiles.of(plan.search());
    }

    @Benchmark
    public Publisher.Result publishUnchanged() {
        try (var publisher = new Publisher(folder)) {
            files.parallelStream().forEach(publisher::stage);
            return publisher.publish(Map.of());
        }
    }
}
