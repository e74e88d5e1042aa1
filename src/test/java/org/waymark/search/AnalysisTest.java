package org.waymark.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.waymark.TestProject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The table is shared with {@code browser.SearchTest}, which tests the script with it. */
class AnalysisTest {
    @TestFactory
    Stream<DynamicTest> findsTheStemsOfTheSharedTable() throws IOException {
        JsonNode table = JsonMapper.shared().readTree(Files.readString(TestProject.resource("/search/analysis.json")));
        return table.valueStream()
                .map(row -> DynamicTest.dynamicTest("“" + row.get("text").asString() + "”", () -> {
                    List<String> stems = row.get("stems")
                            .valueStream()
                            .map(JsonNode::asString)
                            .toList();
                    assertEquals(stems, Analysis.stems(row.get("text").asString()));
                }));
    }

    @Test
    void dropsStopWords() {
        assertEquals(List.of(), Analysis.stems(String.join(" ", Analysis.STOP_WORDS)));
    }

    @Test
    void keepsPrefixesSoThatWordsAreFoundWhileTyping() {
        for (String word : List.of("vaccination", "prescribing", "communities", "practices", "workforce")) {
            String stem = Analysis.stems(word).get(0);
            assertTrue(word.startsWith(stem.substring(0, stem.length() - 1)), stem);
        }
    }
}
