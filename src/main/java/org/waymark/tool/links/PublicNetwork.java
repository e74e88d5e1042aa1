package org.waymark.tool.links;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Distinguishes public servers from those in private networks. The content comes from many people, and a link of
 * theirs must not make a machine contact its own neighbours, such as a cloud's metadata service, which reveals secrets.
 */
final class PublicNetwork {
    /** IANA IPv4 Special-Purpose Address Registry, with multicast and what is reserved. */
    private static final List<Block> NOT_PUBLIC = List.of(
            new Block(0, 0, 8),
            new Block(10, 0, 8),
            new Block(100, 64, 10),
            new Block(127, 0, 8),
            new Block(169, 254, 16),
            new Block(172, 16, 12),
            new Block(192, 168, 16),
            new Block(198, 18, 15),
            new Block(224, 0, 3));

    /** The same, of blocks of 24 bits. */
    private static final List<String> SMALL =
            List.of("192.0.0.", "192.0.2.", "192.88.99.", "198.51.100.", "203.0.113.");

    /** Names of this machine or its neighbours (RFC 6761, 6762, 8375, and ICANN's of 2024). */
    private static final List<String> NAMES = List.of("localhost", "local", "internal", "home.arpa", "lan", "test");

    private PublicNetwork() {}

    private record Block(int first, int second, int bits) {
        boolean holds(byte[] address) {
            int start = ((address[0] & 0xFF) << 8) | (address[1] & 0xFF);
            int shift = 16 - bits;
            return start >> shift == ((first << 8) | second) >> shift;
        }
    }

    /** Whether a name refers to a private network, judged without a look-up. */
    static boolean isPrivateName(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        String lower = name.toLowerCase(Locale.ROOT);
        return NAMES.stream().anyMatch(end -> lower.equals(end) || lower.endsWith("." + end));
    }

    static boolean holds(InetAddress address) {
        return address instanceof Inet4Address ? holdsOld(address.getAddress()) : holdsNew(address.getAddress());
    }

    private static boolean holdsOld(byte[] address) {
        String dotted = (address[0] & 0xFF) + "." + (address[1] & 0xFF) + "." + (address[2] & 0xFF) + ".";
        return !SMALL.contains(dotted) && NOT_PUBLIC.stream().noneMatch(block -> block.holds(address));
    }

    /** Only 2000::/3 is allocated to the public (RFC 4291), apart from some blocks with other uses. */
    private static boolean holdsNew(byte[] address) {
        int start = ((address[0] & 0xFF) << 8) | (address[1] & 0xFF);
        int next = ((address[2] & 0xFF) << 8) | (address[3] & 0xFF);
        boolean isTranslated = start == 0x64 && next == 0xFF9B; // NAT64, RFC 6052: the old address is at the end
        if (isTranslated) {
            boolean isWellKnown = Arrays.equals(Arrays.copyOfRange(address, 4, 12), new byte[8]);
            return isWellKnown && holdsOld(Arrays.copyOfRange(address, 12, 16));
        }
        boolean isSpecial = (start == 0x2001 && (next < 0x200 || next == 0xDB8))
                || start == 0x2002
                || (start == 0x3FFF && next < 0x1000);
        return start >> 13 == 1 && !isSpecial;
    }
}
