package org.waymark.tool.links;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.waymark.tool.links.LinkResult.LinkStatus;
import org.waymark.tool.links.Reply.Answer;
import org.waymark.tool.links.Reply.Failure;
import org.waymark.tool.links.Reply.FailureKind;
import org.waymark.tool.links.WebClient.Method;

/** Checks one address with as few requests as possible, following its redirects. */
final class AddressCheck {
    /** No browser follows fewer; real pages need about three. */
    private static final int MAX_REDIRECTS = 10;

    private static final int OVERLOADED = 503;
    private static final int TOO_MANY = 429;

    /** Timeouts, rate limits, and failures of servers and gateways. */
    private static final Set<Integer> TRANSIENT =
            Set.of(408, 425, TOO_MANY, 500, 502, OVERLOADED, 504, 520, 521, 522, 523, 524, 525, 527, 530);

    private final HostThrottle hosts;
    private final RequestPolicy policy;
    private final PacingClock clock;
    private final LinkUrl start;

    private Optional<String> movedTo = Optional.empty();
    private Optional<String> downgradesTo = Optional.empty();
    private boolean setsCookies;

    private AddressCheck(HostThrottle hosts, RequestPolicy policy, PacingClock clock, LinkUrl start) {
        this.hosts = hosts;
        this.policy = policy;
        this.clock = clock;
        this.start = start;
    }

    static LinkResult of(LinkUrl address, HostThrottle hosts, RequestPolicy policy, PacingClock clock)
            throws InterruptedException {
        return new AddressCheck(hosts, policy, clock, address).follow();
    }

    private LinkResult follow() throws InterruptedException {
        Set<LinkUrl> seen = new HashSet<>();
        LinkUrl at = start;
        boolean isPermanent = true;
        while (seen.size() <= MAX_REDIRECTS) {
            if (!seen.add(at)) {
                return redirectLoop();
            }
            Reply reply = ask(at);
            if (!(reply instanceof Answer answer) || !answer.isRedirect()) {
                return result(at, reply);
            }
            Optional<LinkUrl> next = answer.location().flatMap(at::resolve);
            if (next.isEmpty()) {
                return LinkResult.of(LinkStatus.DEAD, brokenRedirect(answer));
            }
            setsCookies |= answer.setsCookie();
            isPermanent &= answer.isPermanent();
            LinkUrl to = next.get();
            if (isPermanent) {
                movedTo = Optional.of(to.toString());
            }
            if (at.isSecure() && !to.isSecure()) {
                downgradesTo = Optional.of(to.toString());
            }
            at = to;
        }
        return LinkResult.of(LinkStatus.DEAD, "it redirects more than " + MAX_REDIRECTS + " times");
    }

    /** Some servers redirect to the same page until the cookie that they have set is sent back. */
    private LinkResult redirectLoop() {
        return setsCookies
                ? LinkResult.of(LinkStatus.BARRED, "the server requires a cookie first")
                : LinkResult.of(LinkStatus.DEAD, "it redirects in a loop");
    }

    private static String brokenRedirect(Answer answer) {
        return answer.location()
                .filter(to -> !to.isBlank())
                .map(to -> "it redirects to `" + SafeMessage.of(to) + "`, which no browser can open")
                .orElse("it redirects, but does not say where to");
    }

    /** Retries until the answer is unlikely to change soon. */
    private Reply ask(LinkUrl at) throws InterruptedException {
        Reply reply = hosts.ask(at, Method.HEAD);
        if (reply instanceof Answer answer && answer.status() >= 400 && !asksForTime(answer)) {
            reply = hosts.ask(at, Method.GET); // the only method that many servers support
        }
        for (int tries = 0; tries < policy.retries().size() && isTransient(reply, tries); tries++) {
            Duration wait = requestedWait(reply).orElse(policy.retries().get(tries));
            if (wait.compareTo(policy.longestWait()) > 0) {
                hosts.giveUp(at, reply);
                return reply;
            }
            hosts.leaveAlone(at, wait);
            reply = hosts.ask(at, Method.GET);
        }
        hosts.ended(at, reply);
        return reply;
    }

    private static boolean asksForTime(Answer answer) {
        return answer.status() == TOO_MANY
                || (answer.status() == OVERLOADED && answer.retryAfter().isPresent());
    }

    /** A server that does not answer is tried once more only, since each try may take long. */
    private static boolean isTransient(Reply reply, int tries) {
        return reply instanceof Answer answer
                ? !answer.isBotChallenge() && TRANSIENT.contains(answer.status())
                : tries == 0 && ((Failure) reply).kind().isTransient();
    }

    private Optional<Duration> requestedWait(Reply reply) {
        return reply instanceof Answer answer
                ? answer.retryAfter().flatMap(text -> RetryAfter.wait(text, clock.now()))
                : Optional.empty();
    }

    private LinkResult result(LinkUrl at, Reply reply) {
        LinkResult result = reply instanceof Answer answer ? judged(answer) : judged((Failure) reply);
        if (result.status() == LinkStatus.GOOD) {
            return new LinkResult(LinkStatus.GOOD, "", movedTo, downgradesTo);
        }
        return at.equals(start)
                ? result
                : LinkResult.of(result.status(), "it redirects to `" + at + "`, and there " + result.reason());
    }

    private static LinkResult judged(Failure failure) {
        return LinkResult.of(
                failure.kind() == FailureKind.PRIVATE ? LinkStatus.PRIVATE : LinkStatus.DEAD, failure.reason());
    }

    private LinkResult judged(Answer answer) {
        int status = answer.status();
        if (answer.isBotChallenge()) {
            return LinkResult.of(LinkStatus.BARRED, "the server accepts only browsers (" + status + ")");
        }
        if (status == TOO_MANY || (TRANSIENT.contains(status) && isLong(requestedWait(answer)))) {
            return LinkResult.of(LinkStatus.BUSY, "the server asks for a later retry (" + status + ")" + when(answer));
        }
        return switch (status) {
            case 401 -> LinkResult.of(LinkStatus.BARRED, "the server asks for a password (401)");
            case 402, 403, 405, 406, 407, 451, 999 ->
                LinkResult.of(LinkStatus.BARRED, "the server rejects automated requests (" + status + ")");
            case 404 -> LinkResult.of(LinkStatus.DEAD, "the server has no such page (404)");
            case 410 -> LinkResult.of(LinkStatus.DEAD, "the page has been removed permanently (410)");
            default -> {
                if (status >= 200 && status < 300) {
                    yield LinkResult.GOOD;
                }
                yield LinkResult.of(
                        LinkStatus.DEAD,
                        status >= 500 && status < 600
                                ? "the server failed (" + status + ")"
                                : "the server returned no page (" + status + ")");
            }
        };
    }

    private boolean isLong(Optional<Duration> wait) {
        return wait.filter(time -> time.compareTo(policy.longestWait()) > 0).isPresent();
    }

    /** {@code , from 2025-03-31}, if the server names a day after which to retry. */
    private String when(Answer answer) {
        return requestedWait(answer)
                .filter(wait -> wait.compareTo(Duration.ofDays(1)) > 0)
                .map(wait -> clock.now().plus(wait))
                .map(Instant::toString)
                .map(time -> ", on " + time.substring(0, time.indexOf('T')))
                .orElse("");
    }
}
