package org.waymark.cli;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.waymark.data.ChangeFeed;
import org.waymark.data.DataFiles;
import org.waymark.directory.DataHistory;
import org.waymark.directory.Directory;
import org.waymark.render.OutputFile;

/** What becomes of the data of entries with a build, seen in the files that it makes. */
final class MadeHistory implements Consumer<OutputFile> {
    /** Files are made by several threads. */
    private volatile Optional<String> feed = Optional.empty();

    @Override
    public void accept(OutputFile file) {
        if (file instanceof OutputFile.Made made && made.path().equals(DataFiles.CHANGES_PATH)) {
            feed = Optional.of(new String(made.bytes(), StandardCharsets.UTF_8));
        }
    }

    /** The recorded history with that build; as recorded if it publishes no data. */
    DataHistory of(Directory directory) {
        return feed.map(text -> directory.history().with(ChangeFeed.digests(text), directory.asOf()))
                .orElse(directory.history());
    }
}
