package org.waymark;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A test that only {@code mvn verify -Pthorough} runs, because it is slow or needs more than a JVM. All others always
 * run.
 */
@Tag(Thorough.TAG)
@net.jqwik.api.Tag(Thorough.TAG)
@Target({TYPE, METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Thorough {
    /** The tag that {@code pom.xml} excludes from the quick tests. */
    String TAG = "thorough";

    /** Why it is unsuitable for the quick tests. */
    String value();
}
