package org.waymark.render;

import java.util.List;
import org.waymark.diagnostic.Outcome;
import org.waymark.plan.SitePlan;

/** Makes one kind of output from the plan of the site. */
public interface Renderer {
    Outcome<List<OutputFile>> render(SitePlan plan);
}
