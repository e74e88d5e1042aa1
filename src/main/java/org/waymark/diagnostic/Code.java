package org.waymark.diagnostic;

/**
 * A kind of finding, listed in {@link Codes}.
 *
 * @param name reads well after "allow", for example {@code overdue-review}; never changes once released
 * @param severity the default, which {@code site.yaml} can override
 * @param summary one line that says what it reports
 */
public record Code(String name, Severity severity, String summary) {
    /** Names are unique, so comparing the other components is unnecessary. */
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
