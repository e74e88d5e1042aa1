package org.waymark.plan;

import java.util.List;
import java.util.Optional;
import org.waymark.directory.DataOutput;
import org.waymark.directory.WebHost;
import org.waymark.schema.Labels;
import org.waymark.source.Attachment;
import org.waymark.source.ContentImage;
import org.waymark.source.HostFile;
import org.waymark.source.SourceFile;

/**
 * The whole site, before rendering.
 *
 * @param labels the words of the site
 * @param pages ordered by address
 * @param feeds the feed of all news first
 * @param search what readers can search
 * @param templates the templates that render the pages
 * @param finders the data of the lists with filters
 * @param previews the pictures that other sites show, by path
 * @param data the entries as tables; none if the site publishes none
 * @param changes what became of the data of entries
 * @param services the entries as Open Referral data, if the site publishes these
 * @param outputs the forms in which data are published
 * @param host the web host, if it needs files of its own
 */
public record SitePlan(
        Frame frame,
        Labels labels,
        List<Page> pages,
        List<Feed> feeds,
        SearchContent search,
        List<ContentImage> images,
        List<Attachment> attachments,
        List<HostFile> hostFiles,
        List<Asset> assets,
        List<SourceFile> templates,
        List<Finder> finders,
        List<PreviewPicture> previews,
        List<DataTable> data,
        DataChanges changes,
        Optional<ServiceData> services,
        List<DataOutput> outputs,
        Optional<WebHost> host) {
    public SitePlan {
        pages = List.copyOf(pages);
        feeds = List.copyOf(feeds);
        images = List.copyOf(images);
        attachments = List.copyOf(attachments);
        hostFiles = List.copyOf(hostFiles);
        assets = List.copyOf(assets);
        templates = List.copyOf(templates);
        finders = List.copyOf(finders);
        previews = List.copyOf(previews);
        data = List.copyOf(data);
        outputs = List.copyOf(outputs);
    }
}
