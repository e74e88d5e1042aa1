package org.waymark.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Field;
import org.waymark.schema.ReviewPolicy;

/** A review is not by one of those whom the policy of the kind names, or lacks the evidence that it asks for. */
final class UnvouchedReview implements Rule {
    @Override
    public Code code() {
        return Codes.UNVOUCHED_REVIEW;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return directory.entries().stream()
                .filter(Entry::isNamed)
                .filter(entry ->
                        !entry.visibility().draft() && !entry.visibility().hasEnded(directory.asOf()))
                .flatMap(entry -> entry.kind().review().stream().flatMap(policy -> check(entry, policy)));
    }

    private Stream<Diagnostic> check(Entry entry, ReviewPolicy policy) {
        Optional<String> owner = entry.owner();
        if (policy.isForOwnersOnly() && !isGiven(entry, CommonFields.OWNER)) {
            return Stream.of(Diagnostic.of(
                    code(),
                    entry.origin().of(CommonFields.OWNER),
                    "only its owner may vouch for the entry, but it has none",
                    "write who looks after it in `owner`"));
        }
        if (!isGiven(entry, CommonFields.REVIEWED)) {
            return Stream.of();
        }
        return Stream.concat(byOther(entry, policy, owner).stream(), withoutEvidence(entry, policy).stream());
    }

    private Optional<Diagnostic> byOther(Entry entry, ReviewPolicy policy, Optional<String> owner) {
        Optional<String> by = entry.find(CommonFields.REVIEWED_BY).flatMap(name -> name);
        if (by.isEmpty() && !policy.by().isEmpty() && !isGiven(entry, CommonFields.REVIEWED_BY)) {
            return Optional.of(Diagnostic.of(
                    code(),
                    entry.origin().of(CommonFields.REVIEWED),
                    "the entry does not say who reviewed it",
                    "write it in `reviewed-by`: " + policy.accepted(owner)));
        }
        return by.filter(name -> !policy.accepts(name, owner))
                .map(name -> Diagnostic.of(
                        code(),
                        entry.origin().of(CommonFields.REVIEWED_BY),
                        "`" + name + "` reviewed the entry, for which only " + policy.accepted(owner) + " may vouch",
                        "let " + policy.accepted(owner) + " check it, or correct the name"));
    }

    private Optional<Diagnostic> withoutEvidence(Entry entry, ReviewPolicy policy) {
        return policy.evidence()
                .filter(wanted -> !isGiven(entry, CommonFields.REVIEW_EVIDENCE))
                .map(wanted -> Diagnostic.of(
                        code(),
                        entry.origin().of(CommonFields.REVIEWED),
                        "the entry does not say on what evidence it was reviewed",
                        "write it in `review-evidence`: " + wanted));
    }

    /** Whether there is a value, even one that cannot be read, which is reported already. */
    private static boolean isGiven(Entry entry, Field<?> field) {
        return entry.origin().given(field).isPresent();
    }
}
