package org.waymark.tool.links;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.waymark.check.Checker;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.tool.links.Reply.Answer;
import org.waymark.tool.links.Reply.Failure;
import org.waymark.tool.links.Reply.FailureKind;

/** Servers whose paths determine their answers, for examples. */
public final class FakeWebClient implements WebClient {
    /** What a link check finds with an empty cache. */
    public static List<Diagnostic> check(Directory directory) {
        LocalDate today = directory.asOf();
        List<ExternalLink> links = ExternalLinks.in(directory);
        var cache = LinkCache.empty();
        try {
            new LinkChecker(new FakeWebClient(), RequestPolicy.DEFAULT, new FakePacingClock())
                    .check(
                            links.stream()
                                    .flatMap(link -> link.address().stream())
                                    .toList(),
                            (address, result) -> cache.update(address, result, today));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Checker.judged(directory, LinkFindings.of(links, cache, today.minusDays(14)));
    }

    @Override
    public Reply ask(LinkUrl address, Method method) {
        if (PublicNetwork.isPrivateName(address.host())) {
            return new Failure(FailureKind.PRIVATE, "`" + address.host() + "` is in a private network");
        }
        String[] path = address.uri().getPath().split("/", 3);
        String rest = path.length < 3 ? "" : path[2];
        return switch (path[1]) {
            case "gone" -> new Answer(404);
            case "moved" -> redirect(301, "/" + rest);
            case "for-now" -> redirect(302, "/" + rest);
            case "closed" -> redirect(301, "/");
            case "plain" -> redirect(302, "http://" + address.host() + "/" + rest);
            case "guarded" -> new Answer(403);
            default -> new Answer(200);
        };
    }

    private static Answer redirect(int status, String location) {
        return new Answer(status, Optional.of(location), Optional.empty(), false, false);
    }
}
