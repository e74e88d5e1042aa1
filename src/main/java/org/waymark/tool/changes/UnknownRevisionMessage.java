package org.waymark.tool.changes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.waymark.diagnostic.DidYouMean;

/** Explains why a revision is not in a repository, and what to do. */
record UnknownRevisionMessage(Repository repository) {
    String whyNot(String name) throws IOException {
        if (repository.resolve(Constants.HEAD) == null && branches().isEmpty()) {
            return "this repository has no commits yet, so there is nothing to compare with";
        }
        if (name.isBlank()) {
            return "the name of the revision is empty";
        }
        String fact = "there is no revision `" + name + "` in this repository";
        Optional<String> remote = remoteBranches().stream()
                .filter(branch -> branch.substring(branch.indexOf('/') + 1).equals(name))
                .findFirst();
        if (remote.isPresent()) {
            return fact + ", only the branch `" + remote.get() + "`; name that";
        }
        if (isShallow()) {
            return fact + ", " + SHALLOW;
        }
        if (name.contains("..")) {
            return fact + "; name the older one with `--since` and the newer one with `--until`";
        }
        Optional<String> start = start(name);
        if (start.isPresent()) {
            return fact + "; the history of `" + start.get() + "` does not go back that far";
        }
        return fact + "; "
                + DidYouMean.question(name, known())
                        .orElse("name a branch, a tag or a commit, such as `HEAD~1` for the one before the last");
    }

    /** The base of an expression such as {@code main~3}, if it is a revision. */
    private Optional<String> start(String name) throws IOException {
        String start = name.replaceFirst("[~^].*", "");
        boolean isKnown = !start.equals(name) && known().contains(start);
        return isKnown ? Optional.of(start) : Optional.empty();
    }

    static final String SHALLOW =
            "which is a shallow clone without older commits; run `git fetch --unshallow`, or let the"
                    + " workflow fetch everything: `fetch-depth: 0` for actions/checkout, `GIT_DEPTH: 0` in GitLab";

    boolean isShallow() throws IOException {
        return !repository.getObjectDatabase().getShallowCommits().isEmpty();
    }

    private List<String> known() throws IOException {
        var names = new ArrayList<>(branches());
        names.addAll(names(Constants.R_TAGS));
        names.addAll(remoteBranches());
        names.add(Constants.HEAD);
        return names;
    }

    private List<String> branches() throws IOException {
        return names(Constants.R_HEADS);
    }

    private List<String> remoteBranches() throws IOException {
        return names(Constants.R_REMOTES);
    }

    private List<String> names(String prefix) throws IOException {
        return repository.getRefDatabase().getRefsByPrefix(prefix).stream()
                .map(Ref::getName)
                .map(name -> name.substring(prefix.length()))
                .sorted()
                .toList();
    }
}
