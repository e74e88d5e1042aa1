package org.waymark.maven;

import java.util.List;

/** The goal {@code waymark:build}. */
public final class BuildMojo extends WaymarkMojo {
    /** The folder to publish to. */
    private String output = "site-output";

    @Override
    List<String> command() {
        return List.of("build", "--output=" + output);
    }
}
