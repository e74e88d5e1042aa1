package org.waymark.plan;

import java.util.List;
import java.util.Optional;
import org.waymark.markdown.Html;
import org.waymark.plan.Cards.Card;
import org.waymark.plan.Cards.CardGroup;
import org.waymark.plan.Cards.Tallies;
import org.waymark.plan.Cards.Tally;
import org.waymark.plan.ListItems.IndexLetter;
import org.waymark.plan.ListItems.NewsMonth;
import org.waymark.plan.ListItems.TermItem;
import org.waymark.schema.Noun;

/** The types of page. Each names its template and contains exactly what the template shows. */
public final class Pages {
    private Pages() {}

    /**
     * The home page.
     *
     * @param top what is beside the title
     * @param sections what follows, in order
     * @param wanted what readers may tell the publisher about
     * @param wantedKinds the same in words: {@code a service or a course}
     */
    public record Home(Head head, Top top, List<HomeSection> sections, List<Noun> wanted, String wantedKinds)
            implements Page {
        public Home {
            sections = List.copyOf(sections);
            wanted = List.copyOf(wanted);
        }

        /** What is beside the title: the search form, numbers of entries, and links to the lists. */
        public record Top(boolean search, List<CountLink> counts, List<PageLink> links) {}

        /** A number of entries, the same in digits, what they are called, and the list of them. */
        public record CountLink(int number, String digits, Noun kind, PageLink link) {}

        /**
         * A part of the page. Whatever it does not show is empty.
         *
         * @param show what it shows, by its word in {@code content/shape/home.yaml}: {@code groups}
         * @param id of its heading
         * @param about a sentence about it
         * @param counts for figures
         * @param links for ways in and a matrix; for a map those to the matrices of its choices
         * @param groups for groups
         * @param cards for lists, and for the newest
         * @param tallies for choices and filters
         * @param map for maps
         * @param table for maps, with the same numbers
         * @param text for texts
         * @param all the link to the complete list, if not all of it is here
         */
        public record HomeSection(
                String show,
                String id,
                String title,
                Optional<String> about,
                List<CountLink> counts,
                List<PageLink> links,
                List<CardGroup> groups,
                List<Card> cards,
                List<Tally> tallies,
                Optional<ChoiceMap> map,
                Optional<ChoiceTable> table,
                Optional<Html> text,
                Optional<PageLink> all) {}

        @Override
        public String template() {
            return "page/home";
        }
    }

    /**
     * All entries of a kind, in groups.
     *
     * @param kind the name of the kind
     * @param none what to say if there are none
     * @param jumpLabel the name of the links to the groups
     * @param matrices tables of how many entries refer to each
     */
    public record ListPage(
            Head head,
            String kind,
            String none,
            String jumpLabel,
            List<CardGroup> groups,
            List<PageLink> matrices,
            Optional<Thing> subject)
            implements Page {
        @Override
        public String template() {
            return "page/list";
        }
    }

    /**
     * A page of all entries of a kind that can be filtered, or of those that match one filter.
     *
     * @param list the address of the first page of all
     * @param none what to say if there are none
     * @param words for the script
     * @param number of this page, from 1
     * @param about what the list shows; only on the first page of all
     * @param finder the folder of the data for the script; absent if there are no entries
     * @param sample the pattern from which the script makes cards
     */
    public record FinderPage(
            Head head,
            String heading,
            String count,
            String list,
            String none,
            FinderWords words,
            List<Filters.FilterGroup> filters,
            Optional<Filters.FilterChoice> chosen,
            List<Card> cards,
            Optional<Paging> paging,
            int number,
            Optional<String> about,
            Optional<String> finder,
            boolean hasHours,
            boolean hasPositions,
            Card sample)
            implements Page {
        /**
         * The labels of the script.
         *
         * @param title of the list: {@code Case studies}
         * @param order of the list, if it must be stated; may be empty
         * @param labels as JSON
         * @param label of the filters
         */
        public record FinderWords(String title, String order, String labels, String label) {}

        @Override
        public String template() {
            return "page/finder";
        }
    }

    /** A further page of the entries that refer to another one. */
    public record Further(Head head, String heading, String count, List<Card> cards, Optional<Paging> paging)
            implements Page {
        @Override
        public String template() {
            return "page/further";
        }
    }

    /**
     * How many entries have each choice of a vocabulary.
     *
     * @param header of the column of the choices
     * @param headers of the other columns
     */
    public record ChoiceTable(String caption, String header, List<String> headers, List<ChoiceTable.Row> rows) {
        /**
         * A choice, and the number of entries of each kind.
         *
         * @param depth how many choices it is nested in
         */
        public record Row(PageLink link, int depth, List<Tally> counts) {}
    }

    /** All choices of a vocabulary. */
    public record ChoicesPage(Head head, Optional<ChoiceMap> map, ChoiceTable table, List<PageLink> matrices)
            implements Page {
        @Override
        public String template() {
            return "page/choices";
        }
    }

    /**
     * A choice of a vocabulary with its entries.
     *
     * @param moreLabel what the choices below it are called
     * @param more these
     * @param allLabel what the link to all choices is called
     */
    public record ChoicePage(
            Head head,
            String eyebrow,
            String moreLabel,
            List<PageLink> more,
            String allLabel,
            PageLink all,
            Optional<ChoiceMap> map,
            List<ChoiceSection> sections)
            implements Page {
        /**
         * The entries of a kind.
         *
         * @param none what to say if there are none
         */
        public record ChoiceSection(
                String id,
                String title,
                String count,
                String none,
                List<Card> cards,
                Optional<PageLink> all,
                List<Tallies> tallies) {}

        @Override
        public String template() {
            return "page/choice";
        }
    }

    /**
     * A table of how many entries have each pair of values of two facets.
     *
     * @param columns their headers
     * @param groups the rows
     * @param gaps how many cells are empty
     * @param cells how many there are
     * @param totals the entries of each column, each counted once
     * @param total all entries
     */
    public record MatrixPage(
            Head head,
            Words words,
            List<Header> columns,
            List<Rows> groups,
            int gaps,
            int cells,
            List<String> totals,
            String total)
            implements Page {
        /** What is counted, and what the rows and columns are called. */
        public record Words(Noun kind, Noun row, Noun column) {}

        /** A value, and its page. */
        public record Header(String text, Optional<PageLink> link) {}

        /** Rows that belong together. */
        public record Rows(Optional<Header> header, List<MatrixPage.Row> rows) {}

        /** A row. {@code total} counts each of its entries once. */
        public record Row(Header header, List<Cell> cells, String total) {}

        /**
         * A number of entries.
         *
         * @param count in digits; "0" for none
         * @param words the same in words: {@code 3 case studies}
         * @param shade 0 for none to 4 for the most
         * @param path of the list of these entries, if there is one; without scripts, it shows all of the row
         */
        public record Cell(String count, String words, int shade, Optional<String> path) {}

        @Override
        public String template() {
            return "page/matrix";
        }
    }

    /** Items with the same first letter. {@code id} is the anchor. */
    public record LetterGroup<T>(String letter, String id, List<T> items) {
        public LetterGroup {
            items = List.copyOf(items);
        }
    }

    /** All terms from A to Z. */
    public record Glossary(Head head, List<LetterGroup<TermItem>> letters, String none, Optional<Thing> subject)
            implements Page {
        @Override
        public String template() {
            return "page/glossary";
        }
    }

    /**
     * The entries of a kind that have no pages of their own.
     *
     * @param jumpLabel what the groups are
     * @param groups under headings; a single one without a title if the list has no groups
     * @param none what to say if there are none
     */
    public record EntriesOnOnePage(
            Head head, String jumpLabel, List<ListedGroup> groups, String none, Optional<Thing> subject)
            implements Page {
        public EntriesOnOnePage {
            groups = List.copyOf(groups);
        }

        /** Entries that belong together. {@code id} is the anchor of their heading. */
        public record ListedGroup(String id, String title, List<ListedEntry> items) {
            public ListedGroup {
                items = List.copyOf(items);
            }
        }

        /** An entry. {@code id} is its anchor, {@code link} leads there. */
        public record ListedEntry(String id, PageLink link, Optional<String> summary, List<FieldView> fields) {}

        @Override
        public String template() {
            return "page/entries";
        }
    }

    /** What was added and reviewed, by month. */
    public record WhatsNew(Head head, List<NewsMonth> months) implements Page {
        @Override
        public String template() {
            return "page/whats-new";
        }
    }

    /**
     * The search page. Without JavaScript it offers the A to Z.
     *
     * @param index the script that holds the search index
     * @param groups the entries that group others, under what they group
     * @param labels what the script says, as JSON
     */
    public record Search(Head head, String index, List<PageLink> letters, List<LinkGroup> groups, String labels)
            implements Page {
        /** Links under a heading. */
        public record LinkGroup(String title, List<PageLink> links) {}

        @Override
        public String template() {
            return "page/search";
        }
    }

    /**
     * All entries by name, or those under one letter.
     *
     * @param letters links to each letter
     * @param sections the letters shown on this page; none if each has a page of its own
     * @param elsewhere links to the lists of kinds with too many entries to be here
     */
    public record AToZ(Head head, List<PageLink> letters, List<IndexLetter> sections, List<Elsewhere> elsewhere)
            implements Page {
        /** A kind with a separate list, which is not in the A to Z. */
        public record Elsewhere(String title, PageLink all) {}

        @Override
        public String template() {
            return "page/a-to-z";
        }
    }

    /**
     * The directory as data: its files and the columns of their tables.
     *
     * @param hasTables whether there are tables of all kinds
     * @param hasObjects whether there are Open Referral data as files
     * @param hasAnswers whether there are Open Referral data at the addresses of their interface
     * @param terms the page about what others may do with the content
     */
    public record DataPage(
            Head head,
            boolean hasTables,
            boolean hasObjects,
            boolean hasAnswers,
            Optional<PageLink> terms,
            List<DataPage.Table> tables)
            implements Page {
        /**
         * The entries of a kind.
         *
         * @param id of its heading, and the name of its files without their endings
         * @param count how many entries there are, in words
         */
        public record Table(String id, String title, String count, List<DataPage.Column> columns) {}

        /**
         * A column.
         *
         * @param name its header
         * @param about its content, in a phrase
         */
        public record Column(String name, String title, Optional<String> about, String type) {}

        @Override
        public String template() {
            return "page/data";
        }
    }

    /** The page for unknown addresses. */
    public record NotFound(Head head) implements Page {
        @Override
        public String template() {
            return "page/not-found";
        }
    }

    /** The page at the address of an entry that has been removed. {@code kind} is its kind. */
    public record GonePage(Head head, Noun kind, DateText since, Optional<String> reason, Optional<PageLink> instead)
            implements Page {
        @Override
        public String template() {
            return "page/gone";
        }
    }

    /** The page at the address of an entry that is not yet or no longer published. {@code kind} is its kind. */
    public record Absent(Head head, Noun kind) implements Page {
        @Override
        public String template() {
            return "page/absent";
        }
    }

    /** The page at a former address, which leads to the current one. */
    public record Redirect(Head head, PageLink target) implements Page {
        @Override
        public String template() {
            return "page/redirect";
        }
    }
}
