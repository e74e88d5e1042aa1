package org.waymark;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A test that only {@code mvn verify -Pthorough} runs, because it takes long or needs more than a JVM. All others run
 * everywhere.
 */
@Tag(Thorough.TAG)
@net.jqwik.api.Tag(Thorough.TAG)
@Target({TYPE, METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Thorough {
    /** The tag that {@code pom.xml} leaves out of the quick tests. */
    String TAG = "thorough";

    /** What makes it unsuitable for the quick tests. */
    String value();
}
