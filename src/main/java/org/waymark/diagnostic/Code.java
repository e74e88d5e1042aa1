package org.waymark.diagnostic;

/**
 * A kind of finding. All of them are in {@link Codes}.
 *
 * @param name reads well after "allow", for example {@code overdue-review}; never changes once released
 * @param severity what it counts as, unless {@code site.yaml} says otherwise
 * @param summary one line that says what it reports
 */
public record Code(String name, Severity severity, String summary) {
    /** There is one code of a name; comparing the rest would say no more. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Code that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
