package org.waymark.plan;

/** A page with the body of an entry. */
public interface TextualPage extends Page {
    Body body();
}
