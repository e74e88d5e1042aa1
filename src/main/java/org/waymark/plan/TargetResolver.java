package org.waymark.plan;

import java.util.Optional;
import java.util.function.Function;
import org.waymark.markdown.DownloadNote;
import org.waymark.markdown.LinkResolver;
import org.waymark.source.ImageSize;

/** Resolves links by their targets. */
class TargetResolver implements LinkResolver {
    private final Function<String, LinkTarget> targets;

    TargetResolver(Function<String, LinkTarget> targets) {
        this.targets = targets;
    }

    @Override
    public String resolve(String destination) {
        return targets.apply(destination).address();
    }

    @Override
    public Optional<DownloadNote> noteOf(String destination) {
        return targets.apply(destination).note();
    }

    @Override
    public Optional<ImageSize> sizeOf(String destination) {
        return targets.apply(destination).size();
    }
}
