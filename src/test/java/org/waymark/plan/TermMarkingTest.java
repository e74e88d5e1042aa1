package org.waymark.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.SmallSite;

class TermMarkingTest {
    private static final String GLOSSARY = """
            - {term: PCN, expansion: primary care network, definition: A group of practices.}
            - {term: primary care, definition: The first contact.}
            - {term: A&E, definition: The emergency department.}
            - {term: GP, expansion: general practitioner, definition: A doctor.}
            - {term: local authority, definition: A council.}
            - {term: place, definition: A level of planning., ordinary-word: yes}
            - {term: practice, expansion: GP practice, definition: Where GPs work., ordinary-word: yes}
            - {term: link worker, expansion: social prescribing link worker, definition: Someone., also: [social prescriber]}
            - {term: social prescribing, definition: A referral.}
            - {term: Tier 2 visa, expansion: Tier 2 (General) visa, definition: A visa.}
            - {term: out-of-hours service, definition: Care when practices are shut.}
            - {term: carers' centre, definition: A place for carers.}
            - {term: élan, definition: Vigour.}
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // whole words
                "A PCN helps. | A [PCN] helps.",
                "PCN | [PCN]",
                "(PCN), “PCN” | ([PCN]), “PCN”",
                "XPCN PCNX 2PCN | XPCN PCNX 2PCN",
                "confederation, GPO | confederation, GPO",
                // case
                "pcn Pcn PCN | pcn Pcn [PCN]",
                "Primary Care is primary care. | [Primary Care] is primary care.",
                "PRIMARY CARE | [PRIMARY CARE]",
                // plural
                "PCNs work. | [PCNs] work.",
                "PCNS work. | PCNS work.",
                "GPS tracks a GP. | GPS tracks a [GP].",
                "Primary care networks | [Primary care networks]",
                "Local authorities | [Local authorities]",
                // the first use only, whichever form it has
                "A primary care network (PCN) is a PCN. | A [primary care network] (PCN) is a PCN.",
                // the longest phrase first
                "primary care networks and primary care | [primary care networks] and [primary care]",
                "PCN: a primary care network in primary care | [PCN]: a primary care network in [primary care]",
                "social prescribing link workers, social prescribing | [social prescribing link workers], [social prescribing]",
                "social prescribing workers | [social prescribing] workers",
                "primary school | primary school",
                // apostrophes
                "the GP's list | the [GP]'s list",
                "the GP’s list | the [GP]’s list",
                "PCNs' plans | [PCNs]' plans",
                "the carers’ centre | the [carers’ centre]",
                // hyphens and other joining characters
                "GP-led, non-GP, GP | GP-led, non-GP, [GP]",
                "out-of-hours services | [out-of-hours services]",
                "out‑of‑hours service | [out‑of‑hours service]",
                "ask gp.example.org or GP@example.org | ask gp.example.org or <a class=\"address\" href=\"mailto:GP@example.org\">GP@example.org</a>",
                "GP/PCN – GP | [GP]/[PCN] – GP",
                "A&E and PA&E | [A&amp;E] and PA&amp;E",
                // punctuation inside
                "a Tier 2 (General) visa | a [Tier 2 (General) visa]",
                "a Tier 2 General visa | a Tier 2 General visa",
                "primary, care | primary, care",
                "primary  care | [primary  care]",
                "Élan | [Élan]",
                // ordinary words and names
                "a place in a practice | a place in a practice",
                "a GP practice | a [GP] practice",
                "Herefordshire GP Alliance has a GP | Herefordshire GP Alliance has a [GP]",
                // markup
                "*PCN* and **GPs** | <em>[PCN]</em> and <strong>[GPs]</strong>",
                "un*PCN* and *GP*s | un<em>PCN</em> and <em>GP</em>s",
                "*GP* surgery | <em>[GP]</em> surgery",
                "`PCN` | <code>PCN</code>",
                "[the PCN](https://www.example.org/) | <a href=\"https://www.example.org/\">the PCN</a>",
                "[the **PCN**](https://www.example.org/) PCN | <a href=\"https://www.example.org/\">the <strong>PCN</strong></a> [PCN]",
                "![a PCN](../images/bus.svg) PCN | <img src=\"../../images/bus.svg\" alt=\"a PCN\" width=\"1\" height=\"1\" decoding=\"async\"> [PCN]",
                // terms that the text links to
                "[it](../glossary.yaml#pcn), PCN | <a href=\"../../glossary/#pcn\" class=\"term\">it</a>, PCN",
                "PCN, [it](../glossary.yaml#pcn) | [PCN], <a href=\"../../glossary/#pcn\" class=\"term\">it</a>",
                "[all](../glossary.yaml) PCN | <a href=\"../../glossary/\">all</a> [PCN]",
            })
    void marksTheFirstUseOfATerm(String text, String expected) {
        assertEquals("<p>" + expected + "</p>", marked(text));
    }

    @Test
    void marksInListsAndQuotesButNotInHeadingsAndCode() {
        assertEquals("""
                <h2 id="pcn">PCN</h2>
                <pre><code>PCN
                </code></pre>
                <ul>
                <li>one [PCN]</li>
                <li>another PCN
                <ul>
                <li>[GP]</li>
                </ul>
                </li>
                </ul>
                <blockquote>
                <p>[primary care]</p>
                </blockquote>""", marked("## PCN\n\n```\nPCN\n```\n\n- one PCN\n- another PCN\n  - GP\n\n> primary care\n"));
    }

    @Test
    void doesNotMarkAcrossLines() {
        assertEquals("<p>primary\ncare</p>", marked("primary\ncare"));
    }

    @Test
    void writesAButtonAndItsCard() {
        String page = page("A PCN & a < b.");
        assertTrue(
                page.contains("<p>A <button type=\"button\" class=\"term\" popovertarget=\"wm-term-pcn\">PCN</button>"
                        + " &amp; a &lt; b.</p>"));
        assertTrue(page.contains("<div class=\"term-card\" id=\"wm-term-pcn\" popover>"));
        assertTrue(page.contains("A group of practices."));
        assertTrue(page.contains("<a href=\"../../glossary/#pcn\">PCN in the glossary</a>"));
        assertEquals(1, page.split("class=\"term-card\"", -1).length - 1, "a card for a term that is not used");
    }

    @Test
    void makesTheLastWordTheButtonAndTheOthersItsLabel() {
        assertTrue(page("Primary care")
                .contains(
                        "<label class=\"term-words\"><span aria-hidden=\"true\">Primary </span><button type=\"button\""
                                + " class=\"term\" aria-label=\"Primary care\" popovertarget=\"wm-term-primary-care\">care"
                                + "</button></label>"));
    }

    @Test
    void marksNothingWithoutAGlossary() {
        String page = SmallSite.with("content/glossary.yaml", "", "content/services/extended-access.md", service("PCN"))
                .page("services/extended-access/");
        assertFalse(page.contains("popover"));
    }

    @Test
    void separatesChangedFromMeaning() {
        assertEquals("""
                <h2 id="first">First</h2>
                <section class="changed">
                <h2 id="what-has-changed-since-2021">What has changed since 2021</h2>
                <p>Much.</p>
                <h3 id="more">More</h3>
                </section>
                <h2 id="what-happened">What happened</h2>
                <p>Nothing.</p>
                <section class="changed">
                <h2 id="what-has-changed-here">What has changed here</h2>
                </section>""", marked("""
                        ## First
                        ## What has changed since 2021
                        Much.
                        ### More
                        ## What happened
                        Nothing.
                        ## What has changed here
                        """));
    }

    private static String marked(String text) {
        String page = page(text);
        String body = page.substring(
                page.indexOf("<div class=\"prose\">") + "<div class=\"prose\">".length(),
                page.indexOf("</div>", page.indexOf("<div class=\"prose\">")));
        return body.replaceAll("<label class=\"term-words\"><span aria-hidden=\"true\">", "[")
                .replaceAll("</span><button [^>]*>", "")
                .replace("</button></label>", "]")
                .replaceAll("<button [^>]*>", "[")
                .replace("</button>", "]")
                .strip();
    }

    private static String page(String text) {
        return SmallSite.with(
                        "content/glossary.yaml",
                        GLOSSARY,
                        "content/organisations/herefordshire.yaml",
                        "{name: Herefordshire GP Alliance, kind: GP federation, place: Hereford, region: Midlands,"
                                + " allow: [unused-organisation]}",
                        "content/services/extended-access.md",
                        service(text))
                .page("services/extended-access/");
    }

    private static String service(String text) {
        return "---\nname: Extended access\nsummary: Appointments.\ncategory: enhanced-services\n---\n\n" + text + "\n";
    }
}
