package org.waymark.plan;

import java.util.ArrayList;
import java.util.Optional;
import org.waymark.model.CaseStudy;
import org.waymark.model.Directory;
import org.waymark.model.Organisation;
import org.waymark.plan.Items.Fact;
import org.waymark.plan.Items.SourceItem;

/** The pages of case studies. */
final class CaseStudyPages {
    private static final Link CASE_STUDIES = Link.to("Case studies", Routes.CASE_STUDIES);

    private final Directory directory;
    private final PageParts parts;

    CaseStudyPages(Directory directory, PageParts parts) {
        this.directory = directory;
        this.parts = parts;
    }

    Page caseStudy(CaseStudy study) {
        SitePath path = Routes.of(study);
        Organisation organisation = directory.resolve(study.organisation());
        var scale = new ArrayList<Fact>();
        study.scale().ifPresent(s -> {
            s.practices().ifPresent(n -> scale.add(new Fact("Practices", Words.number(n))));
            s.pcns().ifPresent(n -> scale.add(new Fact("Primary care networks", Words.number(n))));
            s.patients().ifPresent(n -> scale.add(new Fact("Patients", Words.number(n))));
        });
        Optional<String> reviewed = study.reviewed().on().map(Object::toString);
        return new Pages.CaseStudyPage(
                PageParts.modified(
                        PageParts.head(
                                path, study.title(), study.summary(), CASE_STUDIES, PageParts.HOME, CASE_STUDIES),
                        SitePlanner.latest(
                                reviewed, Optional.of(study.published().toString()))),
                PageParts.link(organisation),
                study.place(),
                PageParts.link(study.region()),
                study.period(),
                scale,
                study.figures().stream()
                        .map(figure -> new Fact(figure.label(), figure.value()))
                        .toList(),
                study.services().stream()
                        .map(directory::resolve)
                        .distinct()
                        .map(PageParts::link)
                        .toList(),
                study.confidence().word(),
                parts.html(study, study.body(), path),
                study.sources().stream()
                        .map(s -> new SourceItem(
                                s.title(),
                                s.publisher(),
                                s.url(),
                                s.published().map(DateText::of),
                                DateText.of(s.seen())))
                        .toList(),
                DateText.of(study.published()),
                parts.review(study.reviewed()));
    }
}
