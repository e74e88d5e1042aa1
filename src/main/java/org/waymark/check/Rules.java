package org.waymark.check;

import java.util.List;

/** Every rule. */
public final class Rules {
    /** Rules that look at the directory as a whole, in alphabetical order. */
    public static final List<Rule> ALL = List.of(
            new BrokenFootnote(),
            new BrokenLink(),
            new DuplicateId(),
            new DuplicateName(),
            new DuplicateSource(),
            new EmptyBody(),
            new FormerIdInUse(),
            new FutureDate(),
            new FutureDeadLink(),
            new HeadingOrder(),
            new IncompleteServiceData(),
            new InvalidHeadingId(),
            new InvalidId(),
            new MisleadingLink(),
            new MissingAltText(),
            new MissingImage(),
            new MissingLabels(),
            new MissingStatement(),
            new OverdueReview(),
            new OwnAddress(),
            new PrivateLink(),
            new PublicationDates(),
            new PublishedDay(),
            new PublishedDraft(),
            new RawHtml(),
            new RedirectLoop(),
            new ReviewDates(),
            new SelfReference(),
            new StaleSource(),
            new UnknownReference(),
            new UnmatchedSynonym(),
            new UnpublishedLink(),
            new UnreferencedEntry(),
            new UnsafeLink(),
            new UnusedFile(),
            new UnusedFootnote(),
            new UnvouchedReview(),
            new VagueLinkText(),
            new VanishedRoute());

    /** Rules that look at the words of one entry at a time, in alphabetical order. */
    public static final List<TextRule> OF_TEXT = List.of(
            new AmericanSpelling(),
            new DoubledWord(),
            new FigureNotInText(),
            new InconsistentSpelling(),
            new LongParagraph(),
            new LongSentence(),
            new PlaceholderText(),
            new PlainEnglish(),
            new UndefinedTermUse(),
            new UnexplainedAcronym());

    /** Rules that look at the whole text of one file at a time, in alphabetical order. */
    public static final List<FileRule> OF_FILE =
            List.of(new GarbledText(), new LookalikeLink(), new NhsNumber(), new PersonalContact());

    /** Rules that look at one entry at a time, in any language, in alphabetical order. */
    public static final List<EntryRule> OF_ENTRY = List.of(
            new BoldHeading(),
            new EmptyHeading(),
            new EmptySection(),
            new RepeatedHeading(),
            new UnclosedCode(),
            new UnintendedMarkup(),
            new UnrenderedMarkup(),
            new UnusedDefinition());

    private Rules() {}
}
