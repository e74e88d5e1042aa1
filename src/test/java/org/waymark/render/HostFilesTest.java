package org.waymark.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.BuiltSite;
import org.waymark.SmallSite;
import org.waymark.TestProject;
import org.waymark.directory.WebHost;

class HostFilesTest {
    private final SmallSite site = SmallSite.with();

    @Test
    void pagesDeclareThePolicyOfTheHeadersBeforeLoadingAnything() {
        String start = "<meta http-equiv=\"Content-Security-Policy\" content=\"";
        // Structured data are allowed by hash, for checkers that take them for a script.
        Pattern hash = Pattern.compile(" script-src 'self' 'sha256-[A-Za-z0-9+/]{43}=';");
        site.files().forEach((path, text) -> {
            if (path.endsWith(".html")) {
                int at = text.indexOf(start);
                assertTrue(
                        at > 0
                                && at < text.indexOf("<link")
                                && !text.substring(0, at).contains(" src="),
                        path);
                String policy = text.substring(at + start.length(), text.indexOf('"', at + start.length()));
                assertEquals(HostRules.POLICY, hash.matcher(policy).replaceFirst(""), path);
            }
        });
        assertTrue(site.file("_headers")
                .contains("\n  Content-Security-Policy: " + HostRules.POLICY + "; frame-ancestors 'none'\n"));
    }

    @Test
    void everyPageDeclaresItsEncodingEarlyEnough() {
        site.files().forEach((path, text) -> {
            if (path.endsWith(".html")) {
                assertTrue(text.contains("<head>\n<meta charset=\"utf-8\">\n"), path);
            }
        });
    }

    @Test
    void noPageHasInlineScriptOrStyle() {
        site.files().forEach((path, text) -> {
            if (path.endsWith(".html")) {
                assertFalse(text.contains("<style") || text.contains(" style=") || text.contains(" onclick="), path);
                assertFalse(text.contains("<script>"), path);
            }
        });
    }

    @Test
    void eachPathHasOneCachingRule() {
        List<String> paths = site.file("_headers")
                .lines()
                .filter(line -> line.startsWith("/"))
                .toList();
        assertEquals(paths.stream().distinct().toList(), paths);
        String headers = site.file("_headers");
        assertTrue(headers.contains("/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n"));
        assertTrue(headers.contains("/services/*\n  Cache-Control: public, max-age=300, must-revalidate\n"));
        assertFalse(headers.substring(0, headers.indexOf("/assets/*")).contains("Cache-Control"));
    }

    @Test
    void pathsStartAtTheDomainIfTheSiteIsInAFolder() {
        String headers = SmallSite.with(
                        "content/site.yaml",
                        SmallSite.original("content/site.yaml")
                                .replace("https://directory.example.org/", "https://example.org/a/b"))
                .file("_headers");
        assertTrue(headers.startsWith("/a/b/*\n"));
        assertTrue(headers.contains("\n/a/b/assets/*\n"));
    }

    @Test
    void formerAddressesRedirect() {
        String service = "content/services/extended-access.md";
        SmallSite moved = SmallSite.with(
                service, SmallSite.original(service).replaceFirst("---\n", "---\nformer-ids: [evening-access]\n"));
        assertTrue(moved.file("_redirects").contains("/services/evening-access/ /services/extended-access/ 301\n"));
        moved.file("_redirects").lines().forEach(line -> assertTrue(line.matches("/\\S* /\\S* 301"), line));
        var netlify = new HostRules(
                "/",
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(new HostRules.Moved("/old/", "/new/")),
                List.of("/gone/"),
                Optional.of(WebHost.NETLIFY));
        assertEquals("/old/ /new/ 301!\n/gone/ /gone/index.html 410!\n", HostRenderer.redirects(netlify));
        assertTrue(moved.file("_nginx.conf").contains("""
                    location = "/services/evening-access/" {
                        return 301 "/services/extended-access/$is_args$args";
                """));
    }

    @Test
    void noAddressInjectsNginxDirectives() {
        String service = "content/services/extended-access.md";
        String configuration = SmallSite.with(
                        "content/site.yaml",
                        SmallSite.original("content/site.yaml")
                                .replace(
                                        "https://directory.example.org/",
                                        "https://example.org/a%0Aload_module%20evil.so;%0A%23/$secret/"),
                        service,
                        SmallSite.original(service).replaceFirst("---\n", "---\nformer-ids: [evening-access]\n"))
                .file("_nginx.conf");
        assertFalse(configuration.contains("\nload_module"), configuration);
        // nginx does not start with an unknown variable.
        configuration
                .lines()
                .filter(line -> line.contains("return 301") || line.contains("error_page"))
                .forEach(line -> assertFalse(line.contains("$secret"), line));
    }

    @Test
    void respectsTheRuleLimitsOfHosts() {
        List<HostRules.Kept> many = IntStream.range(0, 200)
                .mapToObj(i -> new HostRules.Kept("/p" + i + "/", "public"))
                .toList();
        String headers = HostRenderer.headers(new HostRules(
                "/",
                List.of("A: b"),
                many,
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty()));
        assertEquals(100, headers.lines().filter(line -> line.startsWith("/")).count());
    }

    @Test
    void filesWithADotArePublishedAndRemovedLikeOthers(@TempDir Path folder) throws IOException {
        var files = BuiltSite.of(TestProject.small(), TestProject.SETTINGS).files();
        BuiltSite.publish(files, folder);
        assertEquals(0, Files.size(folder.resolve(".nojekyll")));
        assertTrue(Files.exists(folder.resolve("_headers")));
        assertEquals(0, BuiltSite.publish(files, folder).written());
        BuiltSite.publish(
                files.stream().filter(file -> !file.path().equals(".nojekyll")).toList(), folder);
        assertFalse(Files.exists(folder.resolve(".nojekyll")));
    }

    @Test
    void theManifestTakesItsColoursFromTheStyleSheet() {
        String manifest = site.file("manifest.webmanifest");
        assertTrue(manifest.matches("(?s).*\"theme_color\":\"#[0-9a-f]{6}\",\"background_color\":\"#[0-9a-f]{6}\".*"));
        assertTrue(site.page("").contains("<link rel=\"manifest\" href=\"./manifest.webmanifest\">"));
        assertTrue(site.page("").contains("<meta name=\"theme-color\""));
    }

    @ParameterizedTest
    @CsvSource({
        "Services, Services",
        "Directory of federation services, Directory",
        "A small directory, A small",
        "Supercalifragilistic, Supercalifra",
        "The GP book of Kent, The GP book",
        "🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂, 🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂",
    })
    void shortensTheNameAtAWord(String title, String expected) {
        assertEquals(expected, WebManifestRenderer.shortened(title));
    }
}
