package org.waymark.maven;

import java.util.List;

/** The goal {@code waymark:check}. */
public final class CheckMojo extends WaymarkMojo {
    @Override
    List<String> command() {
        return List.of("check");
    }
}
