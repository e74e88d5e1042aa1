package org.waymark.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.waymark.Thorough;

/** The same tests with the site in a folder of the domain whose name must be encoded. */
@Thorough("needs nginx")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NginxBelowAPathTest extends NginxTest {
    @Override
    String root() {
        return "/a/b%C3%A9/";
    }

    @Test
    void doesNotAffectTheRestOfTheDomain() throws Exception {
        HttpResponse<String> answer = get("/elsewhere");
        assertEquals(204, answer.statusCode());
        assertEquals(List.of(), answer.headers().allValues("Content-Security-Policy"));
    }

    @Test
    void findsTheSiteWithoutTrailingSlash() throws Exception {
        HttpResponse<String> moved = get("/a/b%C3%A9?x=1");
        assertEquals(301, moved.statusCode());
        assertEquals("/a/b%C3%A9/?x=1", header(moved, "Location"));
    }
}
