package org.waymark.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.directory.CaseStudy;
import org.waymark.directory.Directory;
import org.waymark.directory.Organisation;
import org.waymark.directory.Routes;
import org.waymark.directory.SitePath;
import org.waymark.plan.ListItems.Fact;
import org.waymark.plan.ListItems.SourceItem;

/** The pages of case studies. */
final class CaseStudyPages {
    private static final PageLink CASE_STUDIES = PageLink.to("Case studies", Routes.CASE_STUDIES);

    private final Directory directory;
    private final PageParts parts;

    CaseStudyPages(Directory directory, PageParts parts) {
        this.directory = directory;
        this.parts = parts;
    }

    Page caseStudy(CaseStudy study) {
        SitePath path = Routes.of(study);
        Organisation organisation = directory.resolve(Organisation.class, study.organisation());
        Optional<String> reviewed = study.reviewed().on().map(Object::toString);
        return new Pages.CaseStudyPage(
                parts.withActions(
                        PageParts.modified(
                                PageParts.head(
                                        path,
                                        study.title(),
                                        study.summary(),
                                        CASE_STUDIES,
                                        PageParts.HOME,
                                        CASE_STUDIES),
                                SitePlanner.latest(
                                        reviewed, Optional.of(study.published().toString()))),
                        study),
                PageParts.link(organisation),
                study.place(),
                PageParts.link(study.region()),
                study.period(),
                scale(study),
                study.figures().stream()
                        .map(figure -> new Fact(figure.label(), figure.value()))
                        .toList(),
                parts.services(study).stream().map(PageParts::link).toList(),
                study.confidence(),
                parts.body(study, study.body(), path),
                study.sources().stream().map(SourceItem::of).toList(),
                DateText.of(study.published()),
                parts.review(study.reviewed()));
    }

    /** The scale of a case study, as far as it is known. */
    static List<Fact> scale(CaseStudy study) {
        var scale = new ArrayList<Fact>();
        study.scale().ifPresent(s -> {
            s.practices().ifPresent(n -> scale.add(new Fact("Practices", NumberText.number(n))));
            s.pcns().ifPresent(n -> scale.add(new Fact("Primary care networks", NumberText.number(n))));
            s.patients().ifPresent(n -> scale.add(new Fact("Patients", NumberText.number(n))));
        });
        return scale;
    }
}
