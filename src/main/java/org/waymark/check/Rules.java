package org.waymark.check;

import java.util.List;

/** Every rule, in alphabetical order. */
public final class Rules {
    public static final List<Rule> ALL = List.of(
            new BrokenLink(),
            new DuplicateId(),
            new DuplicateName(),
            new EmptyBody(),
            new EmptyCategory(),
            new FormerIdInUse(),
            new FutureDeadLink(),
            new HeadingOrder(),
            new InvalidId(),
            new MissingAltText(),
            new MissingImage(),
            new OverdueReview(),
            new PublicationDates(),
            new PublishedDay(),
            new RawHtml(),
            new ReviewDates(),
            new UnknownReference(),
            new UnpublishedLink(),
            new UnsafeLink(),
            new UnusedOrganisation(),
            new VagueLinkText());

    private Rules() {}
}
