package org.waymark.directory;

import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * The target of a link within the project.
 *
 * @param path relative to the project, such as {@code content/services/extended-access.md}
 * @param fragment a heading or term, without {@code #}
 */
public record LinkPath(String path, Optional<String> fragment) {
    private static final String IMAGES = "content/images/";

    /**
     * Resolves a relative link as a code host would.
     *
     * @param from the file that contains the link
     * @return empty for a link that leaves the project or is not a relative path
     */
    public static Optional<LinkPath> resolve(String from, String destination) {
        int hash = destination.indexOf('#');
        String path = decode(hash < 0 ? destination : destination.substring(0, hash));
        Optional<String> fragment =
                hash < 0 ? Optional.empty() : Optional.of(composed(decode(destination.substring(hash + 1))));
        if (path.isEmpty()) {
            return fragment.map(f -> new LinkPath(from, fragment));
        }
        if (path.startsWith("/")) {
            return Optional.empty();
        }
        var parts = new ArrayDeque<String>();
        String folder = from.substring(0, from.lastIndexOf('/') + 1);
        for (String part : (folder + path).split("/", -1)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        String resolved = String.join("/", parts);
        return Optional.of(new LinkPath(resolved.startsWith(IMAGES) ? composed(resolved) : resolved, fragment));
    }

    /** The relative link from one file to another, as an editor would type it. */
    public static String relative(String from, String to) {
        String[] source = from.split("/", -1);
        String[] target = to.split("/", -1);
        int common = 0;
        while (common < source.length - 1 && common < target.length - 1 && source[common].equals(target[common])) {
            common++;
        }
        var link = new StringBuilder("../".repeat(source.length - 1 - common));
        for (int i = common; i < target.length; i++) {
            link.append(target[i]).append(i < target.length - 1 ? "/" : "");
        }
        return link.toString();
    }

    /** Composed characters, as in the published names of images and headings, whatever an editor's system types. */
    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static String decode(String part) {
        if (part.indexOf('%') < 0) {
            return part;
        }
        try {
            String decoded = new URI(part.replace(" ", "%20")).getPath();
            return decoded == null ? part : decoded;
        } catch (URISyntaxException e) {
            return part;
        }
    }
}
