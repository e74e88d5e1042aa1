package org.waymark.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Outcome;
import org.waymark.directory.RouteLedger.Route;
import org.waymark.schema.EntryName;
import org.waymark.schema.FieldType;
import org.waymark.schema.Kind;
import org.waymark.schema.QualifiedId;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;

/** Decodes the lines of the route ledger: an address, a colon, and the entry it belonged to. */
final class RoutesType implements FieldType.CustomType<List<Route>> {
    private static final String EXAMPLE_ADDRESS = "/introduction/";

    private final List<Kind> kinds;

    RoutesType(List<Kind> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    @Override
    public Outcome<List<Route>> decode(String name, Value value) {
        if (!(value instanceof Mapping mapping)) {
            return Outcome.failed(Diagnostic.of(
                    Codes.INVALID_VALUE,
                    value.span(),
                    "`" + name + "` must be lines of the form `" + example() + "`",
                    "`waymark routes --update` writes them; to start again, remove the file"));
        }
        var reader = new Reader(kinds, mapping);
        mapping.members().forEach(reader::read);
        return Outcome.of(reader.routes, reader.diagnostics);
    }

    @Override
    public Map<String, Object> schema() {
        String names = kinds.stream().map(Kind::name).collect(Collectors.joining("|"));
        return Map.of(
                "type",
                "object",
                "propertyNames",
                Map.of("pattern", RouteAddress.PATTERN, "maxLength", RouteAddress.LONGEST),
                "additionalProperties",
                Map.of(
                        "type",
                        "string",
                        "pattern",
                        "^(" + RouteLedger.OF_THE_SITE + "|(" + names + ")/[a-z0-9]+(-[a-z0-9]+)*)$"));
    }

    @Override
    public String example() {
        return EXAMPLE_ADDRESS + ": " + new QualifiedId(kinds).example();
    }

    /** Decodes line by line, and detects duplicate addresses. */
    private static final class Reader {
        private final FieldType<EntryName> owner;
        private final Map<String, Kind> formerNames;
        private final Set<String> kindNames;
        /** Unknown kinds, each reported once: a kind may have thousands of addresses. */
        private final Set<String> unknownKinds = new HashSet<>();

        private final Set<String> listed = new HashSet<>();
        private final List<Route> routes = new ArrayList<>();
        private final List<Diagnostic> diagnostics = new ArrayList<>();

        Reader(List<Kind> kinds, Mapping mapping) {
            owner = new QualifiedId(kinds);
            mapping.members().forEach(member -> listed.add(member.key().text()));
            formerNames = formerNames(kinds, mapping);
            kindNames = kinds.stream().map(Kind::name).collect(Collectors.toSet());
        }

        /**
         * What kinds were called when addresses in their former folders were published: the line {@code
         * /talks/baking/: talk/baking} says so for a kind with the former folder {@code talks}.
         */
        private static Map<String, Kind> formerNames(List<Kind> kinds, Mapping mapping) {
            Map<String, Kind> byFolder = new HashMap<>();
            kinds.forEach(kind -> kind.formerFolders()
                    .forEach(folder -> byFolder.put(folder.value().value(), kind)));
            Map<String, Kind> byName = new HashMap<>();
            if (!byFolder.isEmpty()) {
                for (Member member : mapping.members()) {
                    String[] address = member.key().text().split("/", -1);
                    String[] named = member.value()
                            .filter(Scalar.class::isInstance)
                            .map(value -> ((Scalar) value).text().strip().split("/", -1))
                            .orElse(new String[0]);
                    if (address.length == 4 && named.length == 2 && address[2].equals(named[1])) {
                        Optional.ofNullable(byFolder.get(address[1])).ifPresent(kind -> byName.put(named[0], kind));
                    }
                }
                kinds.forEach(kind -> byName.remove(kind.name()));
            }
            return byName;
        }

        /** A further suggestion if the address is that of the entry itself, below a folder of its kind. */
        private static String formerFolder(String address, Scalar name) {
            String[] parts = address.split("/", -1);
            return parts.length == 4 && name.text().strip().equals(kindOf(name) + "/" + parts[2])
                    ? "; if one of these was called `" + kindOf(name) + "` before, add `former-folders: [" + parts[1]
                            + "]` to its file"
                    : "";
        }

        /** The name of an entry with the present name of its kind. */
        private Scalar withPresentName(Scalar name) {
            String written = kindOf(name);
            Kind kind = formerNames.get(written);
            return kind == null
                    ? name
                    : new Scalar(kind.name() + name.text().strip().substring(written.length()), name.span());
        }

        private static String kindOf(Scalar name) {
            String text = name.text().strip();
            return text.substring(0, text.indexOf('/'));
        }

        void read(Member member) {
            if (member.value().isEmpty()) {
                return;
            }
            String address = member.key().text();
            boolean isAddress = RouteAddress.isValid(address);
            if (!isAddress) {
                diagnostics.add(report(member.key()));
            }
            Value value = member.value().get();
            if (value instanceof Scalar scalar && scalar.text().strip().equals(RouteLedger.OF_THE_SITE)) {
                add(isAddress, member, Optional.empty());
                return;
            }
            if (!(value instanceof Scalar scalar && scalar.text().indexOf('/') >= 0)) {
                diagnostics.add(Diagnostic.of(
                        Codes.INVALID_VALUE,
                        value.span(),
                        "expected the entry that the address belonged to, or `site`, after `" + shortened(address)
                                + "`",
                        "write the kind and the id of the entry, such as `" + owner.example()
                                + "`, or `site` for a page without an entry"));
                return;
            }
            Scalar present = withPresentName((Scalar) value);
            Outcome<EntryName> name = owner.decode(address, present);
            String kind = kindOf(present);
            if (kindNames.contains(kind)) {
                diagnostics.addAll(name.diagnostics());
            } else if (unknownKinds.add(kind)) {
                name.diagnostics().stream()
                        .map(finding ->
                                finding.withHelp(finding.help().map(help -> help + formerFolder(address, present))))
                        .forEach(diagnostics::add);
            }
            name.value().ifPresent(entry -> add(isAddress, member, Optional.of(entry)));
        }

        private void add(boolean isAddress, Member member, Optional<EntryName> entry) {
            if (isAddress) {
                routes.add(new Route(member.key().text(), entry, member.key().span()));
            }
        }

        private Diagnostic report(Scalar key) {
            String address = key.text();
            Optional<String> meant = RouteAddress.meant(address);
            String help = meant.map(text -> listed.contains(text)
                            ? "remove this line; `" + text + "` is already listed"
                            : "did you mean `" + text + "`?")
                    .orElse("start at the root of the site, such as `" + EXAMPLE_ADDRESS + "`");
            return Diagnostic.of(
                            Codes.INVALID_VALUE,
                            key.span(),
                            "`" + shortened(address) + "` is not an address of this site: "
                                    + RouteAddress.fault(address),
                            help)
                    .withFix(meant.filter(text -> !listed.contains(text))
                            .flatMap(text -> key.written().map(place -> Fix.change(place, text, false))));
        }

        private static String shortened(String text) {
            return text.length() <= 80 ? text : text.substring(0, 80) + "…";
        }
    }
}
