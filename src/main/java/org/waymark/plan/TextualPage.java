package org.waymark.plan;

/** A page with the text of an entry. */
public interface TextualPage extends Page {
    Body body();
}
