package org.waymark;

import org.waymark.content.SiteLabels;
import org.waymark.schema.Labels;

/** The labels that come with Waymark. */
public final class TestLabels {
    public static final Labels ENGLISH = SiteLabels.of(TestKinds.ALL.shape(), "en-GB");

    private TestLabels() {}
}
