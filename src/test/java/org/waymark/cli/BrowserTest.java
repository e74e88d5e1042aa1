package org.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class BrowserTest {
    private static final String URL = "http://localhost:4000/";

    @Test
    void runsNoProgramFromTheCurrentFolderOfWindows() {
        assertEquals(
                List.of("D:\\Windows\\System32\\rundll32.exe", "url.dll,FileProtocolHandler", URL),
                Browser.command(URL, "windows 11", "D:\\Windows"));
    }

    @Test
    void leavesTheChoiceOfTheBrowserToTheSystem() {
        assertEquals(List.of("/usr/bin/open", URL), Browser.command(URL, "mac os x", ""));
        assertEquals(List.of("xdg-open", URL), Browser.command(URL, "linux", ""));
    }
}
