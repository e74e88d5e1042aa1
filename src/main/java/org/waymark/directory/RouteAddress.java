package org.waymark.directory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.waymark.schema.Id;

/** The canonical form of an address of the site, which every host reads in the same way. */
final class RouteAddress {
    /** The same form, for JSON Schema. */
    static final String PATTERN = "^/([a-z0-9]+(-[a-z0-9]+)*/)*([a-z0-9]+(-[a-z0-9]+)*\\.(html|xml))?$";

    /** Waymark makes no longer addresses; a file path must fit into the 260 characters that Windows allows. */
    static final int LONGEST = 180;

    private static final List<String> ENDINGS = List.of(".html", ".xml");
    private static final Pattern HOST = Pattern.compile("^(?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^/?#]*");
    private static final String INDEX = "index.html";

    private RouteAddress() {}

    /** Whether an address is canonical: ids between slashes, ending in a slash or the name of a page or feed. */
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

    /** What is wrong with an invalid address. */
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
            return "it contains dots that point to another folder";
        }
        for (String sign : List.of("?", "#", "%", "\\")) {
            if (address.contains(sign)) {
                return "it contains a `" + sign + "`";
            }
        }
        if (!address.equals(address.toLowerCase(Locale.ROOT))) {
            return "it contains capital letters";
        }
        if (Arrays.stream(address.split("/", -1)).anyMatch(part -> part.length() > Id.LONGEST)) {
            return "a part of it is longer than " + Id.LONGEST + " characters";
        }
        return isValid(address + "/")
                ? "it ends neither with a slash nor with the name of a page or feed"
                : "between its slashes, only lower-case letters, digits and single hyphens are allowed";
    }

    /** The address that was probably meant, if only its form is wrong. */
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
