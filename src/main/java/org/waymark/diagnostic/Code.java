package org.waymark.diagnostic;

/**
 * A kind of finding. All of them stand in {@link Codes}.
 *
 * @param name reads well after "allow", for example {@code overdue-review}; never changes once released
 * @param severity what it counts as, unless {@code site.yaml} says otherwise
 * @param summary one line that says what it reports
 */
public record Code(String name, Severity severity, String summary) {
    @Override
    public String toString() {
        return name;
    }
}
