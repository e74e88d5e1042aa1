package org.waymark.tool.links;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.waymark.tool.links.Reply.Answer;
import org.waymark.tool.links.Reply.Failure;
import org.waymark.tool.links.Reply.Trouble;
import org.waymark.tool.links.Result.Verdict;
import org.waymark.tool.links.Web.Method;

/** Finds out about one address: by as few requests as will do, along all its redirects. */
final class Visit {
    /** As many as browsers follow at least; real pages need three or so. */
    private static final int MOST_REDIRECTS = 10;

    private static final int OVERLOADED = 503;
    private static final int TOO_MANY = 429;

    /** Too slow a request, too many of them, and faults of servers and of those before them. */
    private static final Set<Integer> MAY_PASS =
            Set.of(408, 425, TOO_MANY, 500, 502, OVERLOADED, 504, 520, 521, 522, 523, 524, 525, 527, 530);

    private final Hosts hosts;
    private final Manners manners;
    private final Waiting waiting;
    private final WebAddress start;

    private Optional<String> movedTo = Optional.empty();
    private Optional<String> opensTo = Optional.empty();
    private boolean setsCookies;

    private Visit(Hosts hosts, Manners manners, Waiting waiting, WebAddress start) {
        this.hosts = hosts;
        this.manners = manners;
        this.waiting = waiting;
        this.start = start;
    }

    static Result of(WebAddress address, Hosts hosts, Manners manners, Waiting waiting) throws InterruptedException {
        return new Visit(hosts, manners, waiting, address).follow();
    }

    private Result follow() throws InterruptedException {
        Set<WebAddress> seen = new HashSet<>();
        WebAddress at = start;
        boolean forGood = true;
        while (seen.size() <= MOST_REDIRECTS) {
            if (!seen.add(at)) {
                return circle();
            }
            Reply reply = ask(at);
            if (!(reply instanceof Answer answer) || !answer.isRedirect()) {
                return result(at, reply);
            }
            Optional<WebAddress> next = answer.location().flatMap(at::resolve);
            if (next.isEmpty()) {
                return Result.of(Verdict.DEAD, lostRedirect(answer));
            }
            setsCookies |= answer.setsCookie();
            forGood &= answer.isForGood();
            WebAddress to = next.get();
            if (forGood) {
                movedTo = Optional.of(to.toString());
            }
            if (at.isSecure() && !to.isSecure()) {
                opensTo = Optional.of(to.toString());
            }
            at = to;
        }
        return Result.of(Verdict.DEAD, "it redirects more than " + MOST_REDIRECTS + " times");
    }

    /** Some servers redirect to the same page until the cookie comes back which they have sent. */
    private Result circle() {
        return setsCookies
                ? Result.of(Verdict.BARRED, "the server wants to keep a cookie first")
                : Result.of(Verdict.DEAD, "it redirects in a circle");
    }

    private static String lostRedirect(Answer answer) {
        return answer.location()
                .filter(to -> !to.isBlank())
                .map(to -> "it redirects to `" + Hearsay.of(to) + "`, where no browser can go")
                .orElse("it redirects, but does not say where to");
    }

    /** Asks until there is an answer that will not be another one soon. */
    private Reply ask(WebAddress at) throws InterruptedException {
        Reply reply = hosts.ask(at, Method.HEAD);
        if (reply instanceof Answer answer && answer.status() >= 400 && !asksForTime(answer)) {
            reply = hosts.ask(at, Method.GET); // many servers know only that
        }
        for (int tries = 0; tries < manners.retries().size() && mayPass(reply, tries); tries++) {
            Duration wait = askedWait(reply).orElse(manners.retries().get(tries));
            if (wait.compareTo(manners.longestWait()) > 0) {
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

    /** Whoever does not answer at all is asked once more, and no more than that: each try may take long. */
    private static boolean mayPass(Reply reply, int tries) {
        return reply instanceof Answer answer
                ? !answer.isWall() && MAY_PASS.contains(answer.status())
                : tries == 0 && ((Failure) reply).trouble().mayPass();
    }

    private Optional<Duration> askedWait(Reply reply) {
        return reply instanceof Answer answer
                ? answer.retryAfter().flatMap(text -> RetryAfter.wait(text, waiting.now()))
                : Optional.empty();
    }

    private Result result(WebAddress at, Reply reply) {
        Result result = reply instanceof Answer answer ? judged(answer) : judged((Failure) reply);
        if (result.verdict() == Verdict.GOOD) {
            return new Result(Verdict.GOOD, "", movedTo, opensTo);
        }
        return at.equals(start)
                ? result
                : Result.of(result.verdict(), "it redirects to `" + at + "`, and there " + result.reason());
    }

    private static Result judged(Failure failure) {
        return Result.of(failure.trouble() == Trouble.PRIVATE ? Verdict.PRIVATE : Verdict.DEAD, failure.reason());
    }

    private Result judged(Answer answer) {
        int status = answer.status();
        if (answer.isWall()) {
            return Result.of(Verdict.BARRED, "the server lets in only browsers (" + status + ")");
        }
        if (status == TOO_MANY || (MAY_PASS.contains(status) && isLong(askedWait(answer)))) {
            return Result.of(Verdict.BUSY, "the server asks to come back later (" + status + ")" + when(answer));
        }
        return switch (status) {
            case 401 -> Result.of(Verdict.BARRED, "the server asks for a password (401)");
            case 402, 403, 405, 406, 407, 451, 999 ->
                Result.of(Verdict.BARRED, "the server does not let a machine in (" + status + ")");
            case 404 -> Result.of(Verdict.DEAD, "the server knows no such page (404)");
            case 410 -> Result.of(Verdict.DEAD, "the page is gone for good (410)");
            default -> {
                if (status >= 200 && status < 300) {
                    yield Result.GOOD;
                }
                yield Result.of(
                        Verdict.DEAD,
                        status >= 500 && status < 600
                                ? "the server fails (" + status + ")"
                                : "the server gives no page (" + status + ")");
            }
        };
    }

    private boolean isLong(Optional<Duration> wait) {
        return wait.filter(time -> time.compareTo(manners.longestWait()) > 0).isPresent();
    }

    /** {@code , from 2025-03-31}, where that is a day by which someone may come back. */
    private String when(Answer answer) {
        return askedWait(answer)
                .filter(wait -> wait.compareTo(Duration.ofDays(1)) > 0)
                .map(wait -> waiting.now().plus(wait))
                .map(Instant::toString)
                .map(time -> ", on " + time.substring(0, time.indexOf('T')))
                .orElse("");
    }
}
