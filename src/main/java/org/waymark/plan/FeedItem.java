package org.waymark.plan;

/**
 * A case study in the news feed.
 *
 * @param published the day on which it joined the directory (ISO 8601)
 * @param updated the day of its last change that readers should know of (ISO 8601)
 */
public record FeedItem(String title, String path, String summary, String published, String updated) {}
