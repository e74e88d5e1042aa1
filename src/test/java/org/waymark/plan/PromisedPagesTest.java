package org.waymark.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.waymark.SmallSite;

class PromisedPagesTest {
    private static final String SERVICE = """
            ---
            name: Telephone
            summary: About telephone.
            category: enhanced-services
            %s
            ---

            Text.
            """;

    private static String ledger(String... lines) {
        return "routes:\n  " + String.join("\n  ", lines) + "\n";
    }

    private static void assertRedirects(SmallSite site, String from, String link) {
        assertTrue(site.page(from).contains("content=\"0; url=" + link + "\""), () -> site.page(from));
    }

    @Test
    void redirectsFromRemovedListPages() {
        SmallSite site = SmallSite.with(
                "content/routes.yaml",
                ledger(
                        "/case-studies/page-7/: site",
                        "/case-studies/by-decade/1990/page-2/: site",
                        "/case-studies/by-service/extended-access/page-3/: service/extended-access",
                        "/organisations/taurus-healthcare/page-2/: organisation/taurus-healthcare",
                        "/news/2024/: site"));
        assertRedirects(site, "case-studies/page-7/", "../../case-studies/");
        assertRedirects(site, "case-studies/by-decade/1990/page-2/", "../../../../case-studies/");
        assertRedirects(
                site,
                "case-studies/by-service/extended-access/page-3/",
                "../../../../case-studies/by-service/extended-access/");
        assertRedirects(site, "organisations/taurus-healthcare/page-2/", "../../../organisations/taurus-healthcare/");
        assertRedirects(site, "news/2024/", "../../");
    }

    @Test
    void redirectsInOneStepToTheCurrentAddress() {
        SmallSite site = SmallSite.with(
                "content/services/telephone.md",
                SERVICE.formatted("former-ids: [phone]"),
                "content/gone.yaml",
                "- {was: service/fax, name: Fax, since: 2024-01-01, instead: service/telephone}\n",
                "content/routes.yaml",
                ledger(
                        "/case-studies/by-service/phone/: service/phone",
                        "/case-studies/by-service/fax/page-2/: service/fax",
                        "/phone.html: service/phone"));
        assertRedirects(site, "case-studies/by-service/phone/", "../../../services/telephone/");
        assertRedirects(site, "case-studies/by-service/fax/page-2/", "../../../../services/telephone/");
        assertTrue(site.file("phone.html").contains("url=./services/telephone/"), site.file("phone.html"));
    }

    @Test
    void explainsWhyAnEntryWasRemoved() {
        SmallSite site = SmallSite.with(
                "content/gone.yaml",
                "- {was: service/fax, name: Fax, since: 2024-01-01, reason: Nobody has one.}\n",
                "content/routes.yaml",
                ledger("/case-studies/by-service/fax/: service/fax"));
        assertTrue(site.page("case-studies/by-service/fax/").contains("Nobody has one."));
    }

    @Test
    void revealsNothingAboutUnpublishedEntries() {
        String[] routes = {
            "content/routes.yaml", ledger("/services/phone/: service/phone", "/services/telephone/: service/telephone")
        };
        for (String field : new String[] {"expire-on: 2025-03-01", "publish-on: 2025-03-02", "draft: yes"}) {
            String text = SERVICE.formatted("former-ids: [phone]\n" + field);
            SmallSite site = SmallSite.with("content/services/telephone.md", text, routes[0], routes[1]);
            for (String address : new String[] {"services/phone/", "services/telephone/"}) {
                String page = site.page(address);
                assertTrue(page.contains("This service is not here"), page);
                assertEquals(field.startsWith("expire"), page.contains("1 March 2025"), page);
                assertTrue(page.contains("noindex"), page);
            }
            site.files().forEach((path, content) -> assertFalse(content.contains("Telephone"), path));
            assertFalse(site.file("sitemap.xml").contains("telephone"));
            // Addresses that were never published do not occur at all.
            assertFalse(SmallSite.with("content/services/telephone.md", text)
                    .files()
                    .containsKey("services/telephone/index.html"));
        }
    }

    @Test
    void doesNotReplaceExistingPages() {
        SmallSite without = SmallSite.with();
        SmallSite with = SmallSite.with(
                "content/routes.yaml",
                ledger(
                        "/: site",
                        "/404.html: site",
                        "/index.html: site",
                        "/feed.xml: site",
                        "/old-feed.xml: site",
                        "/services/extended-access/: page/introduction",
                        "/services/extended-access/index.html: page/introduction"));
        assertEquals(without.files(), with.files());
    }

    @Test
    void keepsTheFeedsOfCategories() {
        SmallSite site = SmallSite.with(
                "content/categories/enhanced-services.md",
                "---\nname: Enhanced services\nsummary: More.\nformer-ids: [extras]\n---\n\nText.\n",
                "content/gone.yaml",
                "- {was: category/support, name: Support, since: 2024-01-01, reason: It ended.}\n"
                        + "- {was: category/more, name: More, since: 2024-01-01, instead: category/enhanced-services}\n");
        String feed = site.file("categories/enhanced-services/feed.xml");
        for (String old : new String[] {"extras", "more"}) {
            assertEquals(
                    feed.replace("categories/enhanced-services/feed.xml", ""),
                    site.file("categories/" + old + "/feed.xml").replace("categories/" + old + "/feed.xml", ""));
        }
        String gone = site.file("categories/support/feed.xml");
        assertTrue(gone.contains("no longer in the directory"), gone);
        assertFalse(gone.contains("<entry>"), gone);
    }
}
