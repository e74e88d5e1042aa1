package org.waymark.plan;

import java.util.Optional;
import java.util.function.Function;
import org.waymark.markdown.DownloadNote;
import org.waymark.markdown.LinkResolver;
import org.waymark.markdown.ProseLabels;
import org.waymark.source.ImageSize;

/** Resolves links by their targets. */
class TargetResolver implements LinkResolver {
    private final ProseLabels labels;
    private final Function<String, LinkTarget> targets;

    TargetResolver(ProseLabels labels, Function<String, LinkTarget> targets) {
        this.labels = labels;
        this.targets = targets;
    }

    @Override
    public ProseLabels labels() {
        return labels;
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
