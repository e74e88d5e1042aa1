package org.waymark.plan;

/**
 * An entry in a news feed.
 *
 * @param published the day on which it was published (ISO 8601)
 * @param updated the day of its last change that matters to readers (ISO 8601)
 */
public record FeedItem(String title, String path, String summary, String published, String updated) {}
