package org.waymark.tool.links;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.waymark.tool.links.Reply.Failure;
import org.waymark.tool.links.Reply.FailureKind;

/** Describes why a request failed. */
final class ConnectionError {
    private ConnectionError() {}

    static Failure of(LinkUrl address, IOException e) {
        String host = "`" + address.host() + "`";
        if (has(e, UnknownHostException.class) || has(e, UnresolvedAddressException.class)) {
            return new Failure(FailureKind.OUT_OF_REACH, "there is no server called " + host);
        }
        if (has(e, SSLException.class)) {
            return new Failure(FailureKind.NOT_TRUSTED, certificate(host, e));
        }
        if (e instanceof HttpConnectTimeoutException) {
            return new Failure(FailureKind.OUT_OF_REACH, host + " cannot be reached in time");
        }
        if (e instanceof HttpTimeoutException) {
            return new Failure(FailureKind.OUT_OF_REACH, host + " does not answer in time");
        }
        if (has(e, NoRouteToHostException.class)) {
            return new Failure(FailureKind.OUT_OF_REACH, "there is no route to " + host);
        }
        if (has(e, ConnectException.class)) {
            return new Failure(FailureKind.OUT_OF_REACH, host + " refused the connection");
        }
        return malformed(address);
    }

    /** The response was not valid HTTP. */
    static Failure malformed(LinkUrl address) {
        return new Failure(FailureKind.CUT_OFF, "`" + address.host() + "` disconnects or sends an invalid response");
    }

    private static String certificate(String host, IOException e) {
        if (has(e, CertificateExpiredException.class)) {
            return "the certificate of " + host + " has expired";
        }
        if (has(e, CertificateNotYetValidException.class)) {
            return "the certificate of " + host + " is not valid yet";
        }
        if (has(e, CertPathBuilderException.class)) {
            return "the certificate of " + host + " has an untrusted issuer";
        }
        Optional<String> mismatch = cause(e, CertificateException.class)
                .map(Throwable::getMessage)
                .filter(message -> message.startsWith("No ") && message.contains("match"));
        return mismatch.isPresent()
                ? "the certificate is not for " + host
                : "no secure connection to " + host + " can be made";
    }

    private static boolean has(Throwable e, Class<? extends Throwable> type) {
        return cause(e, type).isPresent();
    }

    private static Optional<Throwable> cause(Throwable e, Class<? extends Throwable> type) {
        Throwable each = e;
        for (int depth = 0; each != null && depth < 10; depth++) {
            if (type.isInstance(each)) {
                return Optional.of(each);
            }
            each = each.getCause();
        }
        return Optional.empty();
    }
}
