package org.waymark.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.report.ReportFormat;
import org.waymark.source.ProjectFolder;
import org.waymark.tool.serve.Preview;
import org.waymark.tool.serve.PreviewListener;
import org.waymark.tool.serve.PreviewServer;
import org.waymark.tool.serve.Rebuild;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves a live preview on this machine. */
@Command(
        name = "serve",
        description = "Serves a preview of the site on this machine, and reloads it after each change.",
        mixinStandardHelpOptions = true,
        versionProvider = WaymarkCommand.Version.class)
final class ServeCommand implements Callable<Integer> {
    private static final int USUAL_PORT = 4000;
    /** How many ports are tried without {@code --port}. */
    private static final int PORTS = 100;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ProjectOptions.OfFindings options = new ProjectOptions.OfFindings();

    @Option(
            names = {"-b", "--base-url"},
            paramLabel = "URL",
            converter = ProjectOptions.AddressConverter.class,
            description = "Address of the site (default: base-url in site.yaml).")
    private @Nullable String baseUrl;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            converter = PortConverter.class,
            description = "Port to listen on, 0 for any (default: 4000, or the next free one).")
    private @Nullable Integer port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Address to listen on, such as 0.0.0.0 in a container (default: this machine only).")
    private @Nullable String host;

    @Option(names = "--open", description = "Open the preview in the browser.")
    private boolean open;

    @Override
    public Integer call() throws InterruptedException {
        var folder = new ProjectFolder(options.projectFolder(), Clock.systemUTC());
        var terminal = new PreviewPrinter();
        limitSlowRequests();
        try (PreviewServer server = bind(terminal)) {
            var preview = new Preview(
                    folder,
                    () -> options.settings(Optional.ofNullable(baseUrl)).withUnpublished(),
                    Clock.systemUTC(),
                    server,
                    terminal);
            preview.poll();
            terminal.say("Preview: " + server.url());
            terminal.say("Content health: " + server.healthUrl());
            if (server.isOpenToOthers()) {
                terminal.say("Anyone who can reach this machine at that port can see the preview, including drafts.");
            }
            terminal.say("Press Ctrl-C to stop.");
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> terminal.say("Stopped.")));
            if (open) {
                Browser.open(server.url(), terminal::say);
            }
            preview.watch();
        }
        return ExitCode.OK;
    }

    private PreviewServer bind(PreviewPrinter terminal) {
        int first = port == null ? USUAL_PORT : port;
        int last = port == null ? USUAL_PORT + PORTS - 1 : first;
        IOException failure = new IOException();
        for (int candidate = first; candidate <= last; candidate++) {
            try {
                return host == null
                        ? PreviewServer.bind(candidate, terminal::fault)
                        : PreviewServer.bind(host, candidate, terminal::fault);
            } catch (UnknownHostException e) {
                throw options.usage("`" + host + "` is not an address of this machine");
            } catch (IOException e) {
                failure = e;
            }
        }
        boolean isTaken = failure instanceof BindException
                && String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("in use");
        if (port == null) {
            throw options.usage("none of the ports from " + first + " to " + last + " is free; name one with --port");
        }
        throw options.usage(
                isTaken
                        ? "port " + port + " is in use; choose another, or leave out --port"
                        : "port " + port + " is not available: " + failure.getMessage());
    }

    /** Reads {@code --port}. */
    static final class PortConverter implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65535) {
                return Integer.valueOf(text);
            }
            throw new InvalidArgument(
                    "`" + text + "` is not a port number: a whole number from 0 to 65535, such as " + USUAL_PORT);
        }
    }

    /** The JDK's server reads its limits from system properties only. Slow requests are dropped. */
    private static void limitSlowRequests() {
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxReqHeaders", "100");
    }

    /** Prints what happens to the preview. */
    private final class PreviewPrinter implements PreviewListener {
        private final PrintWriter out = spec.commandLine().getOut();
        private final PrintWriter err = spec.commandLine().getErr();
        private List<Diagnostic> last = List.of();

        @Override
        public void built(Rebuild rebuild) {
            List<Diagnostic> found = rebuild.edition().diagnostics();
            boolean isNews = !found.equals(last);
            last = found;
            if (isNews) {
                Findings.print(rebuild.edition(), rebuild.project(), options, out, err);
            }
            String findings = Findings.count(rebuild.edition()) + (isNews || found.isEmpty() ? "" : ", as before");
            String what = rebuild.edition().errors() > 0
                    ? "not shown until the errors are fixed"
                    : Findings.count(rebuild.pages(), "page", "pages") + " rebuilt";
            say(subject(rebuild.changed()) + ": " + what + ", in " + rebuild.millis() + " ms; " + findings + ".");
        }

        private String subject(List<String> changed) {
            return switch (changed.size()) {
                case 0 -> "The site";
                case 1 -> changed.get(0);
                default -> changed.get(0) + " and " + Findings.count(changed.size() - 1L, "other file", "other files");
            };
        }

        @Override
        public void failed(RuntimeException failure) {
            last = List.of();
            WaymarkCommand.report(failure, err);
            err.flush();
        }

        void fault(Throwable fault) {
            failed(fault instanceof RuntimeException e ? e : new IllegalStateException(fault));
        }

        void say(String line) {
            PrintWriter target = options.format() == ReportFormat.TEXT ? out : err;
            target.println(line);
            target.flush();
        }
    }
}
