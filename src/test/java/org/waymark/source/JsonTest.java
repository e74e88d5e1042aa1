package org.waymark.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void preservesOrder() {
        var tree = Json.object()
                .add("name", "a \"b\"\n")
                .add("missing", Optional.empty())
                .add("present", Optional.of(1L << 40))
                .add("list", List.of(1, true, List.of()))
                .add("map", Map.of("key", Json.object()));

        assertEquals(
                "{\"name\":\"a \\\"b\\\"\\n\",\"present\":1099511627776,\"list\":[1,true,[]],\"map\":{\"key\":{}}}",
                Json.line(tree));
    }

    @Test
    void indentsForPeople() {
        assertEquals("{\n  \"a\" : [ 1, 2 ]\n}", Json.indented(Json.object().add("a", List.of(1, 2))));
    }

    @Test
    void cannotCloseAnElement() {
        assertEquals("[\"\\u003c/script\\u003e\\u0026\"]", Json.inElement(List.of("</script>&")));
    }
}
