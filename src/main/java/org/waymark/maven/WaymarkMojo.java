package org.waymark.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.waymark.cli.ExitCode;
import org.waymark.cli.Main;

/** A goal that runs a command of Waymark. Maven sets the fields by their names. */
abstract class WaymarkMojo extends AbstractMojo {
    /** The folder that contains {@code content}. */
    private String directory = ".";

    /** Further options of the command, as on the command line. */
    private List<String> options = new ArrayList<>();

    private boolean skip;

    /** The command, with the options that the goal sets. */
    abstract List<String> command();

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped.");
            return;
        }
        var arguments = new ArrayList<>(command());
        arguments.add("--project=" + directory);
        arguments.addAll(options);
        int code = Main.run(arguments.toArray(String[]::new));
        if (code == ExitCode.CONTENT) {
            throw new MojoFailureException("The content of " + directory + " has errors, which are listed above.");
        }
        if (code != ExitCode.OK) {
            throw new MojoExecutionException("Waymark failed, as it says above.");
        }
    }
}
