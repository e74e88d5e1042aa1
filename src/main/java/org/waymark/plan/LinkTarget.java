package org.waymark.plan;

import java.util.Optional;
import org.waymark.directory.Directory;
import org.waymark.directory.LinkPath;
import org.waymark.markdown.DownloadNote;
import org.waymark.schema.Labels;
import org.waymark.source.Attachment;
import org.waymark.source.ImageSize;
import org.waymark.source.SizeLimit;

/**
 * The result for a link or image in a text on a page.
 *
 * @param address empty if it has no target
 * @param size that of an image, if known
 * @param note what readers are told about a file for download
 */
record LinkTarget(String address, Optional<ImageSize> size, Optional<DownloadNote> note) {
    static final LinkTarget NOWHERE = new LinkTarget("", Optional.empty(), Optional.empty());

    static LinkTarget of(Directory directory, Optional<LinkPath> link, String address, Labels labels) {
        return new LinkTarget(
                address,
                link.flatMap(path -> directory.imageSize(path.path())),
                link.flatMap(path -> directory.attachment(path.path())).map(file -> note(file, labels)));
    }

    private static DownloadNote note(Attachment file, Labels labels) {
        return new DownloadNote(
                file.format().label(),
                file.format().ending(),
                NumberText.of(SizeLimit.rounded(file.version().size()), labels));
    }
}
