package org.waymark.directory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.waymark.schema.Id;

/** How an address of the site is written: as Waymark makes it, with nothing that a host could read in two ways. */
final class RouteAddress {
    /** The same for tools that read JSON Schema. */
    static final String PATTERN = "^/([a-z0-9]+(-[a-z0-9]+)*/)*([a-z0-9]+(-[a-z0-9]+)*\\.(html|xml))?$";

    /** No address that Waymark makes is longer, and its file must fit into the 260 characters that Windows takes. */
    static final int LONGEST = 180;

    private static final List<String> ENDINGS = List.of(".html", ".xml");
    private static final Pattern HOST = Pattern.compile("^(?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^/?#]*");
    private static final String INDEX = "index.html";

    private RouteAddress() {}

    /** Whether it is one: ids between slashes, and at its end a slash or the name of a page or feed. */
    static boolean isValid(String address) {
        if (!address.startsWith("/") || address.length() > LONGEST) {
            return false;
        }
        int start = 1;
        for (int slash = address.indexOf('/', start); slash >= 0; slash = address.indexOf('/', start)) {
            if (!Id.isValid(address.substring(start, slash))) {
                return false;
            }
            start = slash + 1;
        }
        return start == address.length() || isFileName(address.substring(start));
    }

    private static boolean isFileName(String name) {
        return ENDINGS.stream()
                .anyMatch(ending ->
                        name.endsWith(ending) && Id.isValid(name.substring(0, name.length() - ending.length())));
    }

    /** What is wrong with a text that is none. */
    static String fault(String address) {
        if (HOST.matcher(address).find()) {
            return "it names a host";
        }
        if (address.length() > LONGEST) {
            return "it is longer than " + LONGEST + " characters";
        }
        if (!address.startsWith("/")) {
            return "it does not begin with a slash";
        }
        if ((address + "/").contains("/../") || (address + "/").contains("/./")) {
            return "it holds dots that lead to another place";
        }
        for (String sign : List.of("?", "#", "%", "\\")) {
            if (address.contains(sign)) {
                return "it holds a `" + sign + "`";
            }
        }
        if (!address.equals(address.toLowerCase(Locale.ROOT))) {
            return "it holds capital letters";
        }
        if (Arrays.stream(address.split("/", -1)).anyMatch(part -> part.length() > Id.LONGEST)) {
            return "a part of it is longer than " + Id.LONGEST + " characters";
        }
        return isValid(address + "/")
                ? "it ends neither with a slash nor with the name of a page or feed"
                : "between its slashes, only lower-case letters, digits and single hyphens are allowed";
    }

    /** The address that was probably meant, where only its form is wrong. */
    static Optional<String> meant(String address) {
        if (address.length() > LONGEST) {
            return Optional.empty();
        }
        String path = HOST.matcher(address.strip()).replaceFirst("").replaceFirst("[?#].*", "");
        var parts = new ArrayList<String>();
        for (String part : path.split("/", -1)) {
            String lower = part.toLowerCase(Locale.ROOT);
            if (isFileName(lower)) {
                parts.add(lower);
            } else if (part.indexOf('%') >= 0 || part.indexOf('.') >= 0) {
                return Optional.empty(); // only its writer knows
            } else if (!part.isEmpty()) {
                parts.add(Id.from(part).value());
            }
        }
        parts.removeIf(INDEX::equals);
        String joined = "/" + String.join("/", parts);
        String meant = parts.isEmpty() || isFileName(parts.get(parts.size() - 1)) ? joined : joined + "/";
        return Optional.of(meant).filter(RouteAddress::isValid);
    }
}
