package org.waymark.check;

import java.util.List;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.DataOutput;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.Site;
import org.waymark.schema.OpenReferral;

/** The site asks for Open Referral data, but has no identity, or no kind whose entries are services in these data. */
final class IncompleteServiceData implements Rule {
    @Override
    public Code code() {
        return Codes.INCOMPLETE_SERVICE_DATA;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return directory
                .entries(Site.KIND)
                .filter(site -> site.find(Site.DATA).flatMap(data -> data).orElse(List.of()).stream()
                        .anyMatch(DataOutput::isOpenReferral))
                .flatMap(site -> Stream.concat(identity(site), services(directory, site)));
    }

    private Stream<Diagnostic> identity(Entry site) {
        return site.origin().given(Site.IDENTITY).isPresent()
                ? Stream.of()
                : Stream.of(Diagnostic.of(
                        code(),
                        site.origin().of(Site.DATA),
                        "Open Referral data need the `identity` of the site, from which all their identifiers are made",
                        "add a line such as `identity: " + Site.IDENTITY.type().example()
                                + "`, with a new UUID, which `uuidgen` makes; never change it"));
    }

    private Stream<Diagnostic> services(Directory directory, Entry site) {
        boolean hasServices = directory.kinds().forReaders().stream()
                .flatMap(kind -> kind.presentation().openReferral().stream())
                .anyMatch(object -> object.type() == OpenReferral.Type.SERVICE);
        return hasServices || !directory.kinds().isSound()
                ? Stream.of()
                : Stream.of(Diagnostic.of(
                        code(),
                        site.origin().of(Site.DATA),
                        "no kind says that its entries are services in Open Referral data",
                        "add `hsds` to the file of a kind, or ask for `tables` only"));
    }
}
