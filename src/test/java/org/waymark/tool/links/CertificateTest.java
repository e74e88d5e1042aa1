package org.waymark.tool.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.Thorough;
import org.waymark.tool.links.Reply.Answer;
import org.waymark.tool.links.Reply.Failure;
import org.waymark.tool.links.Reply.FailureKind;
import org.waymark.tool.links.WebClient.Method;

/** Certificates generated on the fly, good and bad. */
@Thorough("makes certificates and serves TLS")
@Timeout(60)
class CertificateTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final String PASSWORD = "changeit";
    private static final String FINE = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    @TempDir
    private static Path folder;

    @TempDir
    private Path own;

    /** An authority, whose certificate some clients of these tests know. */
    @BeforeAll
    static void makeAuthority() throws Exception {
        keytool(
                folder.resolve("authority.p12"),
                List.of("-alias", "authority", "-dname", "CN=Authority", "-ext", "bc:c", "-validity", "3650"));
    }

    @Test
    void asksAServerWithAGoodCertificate() throws Exception {
        assertEquals(new Answer(200), ask(true, "-ext", "san=ip:127.0.0.1"));
    }

    @Test
    void doesNotTrustAnUnknownIssuer() throws Exception {
        assertEquals(
                "the certificate of `127.0.0.1` has an untrusted issuer", reason(false, "-ext", "san=ip:127.0.0.1"));
    }

    @Test
    void doesNotTrustACertificateForAnotherHost() throws Exception {
        assertEquals("the certificate is not for `127.0.0.1`", reason(true, "-ext", "san=dns:www.example.org"));
    }

    @Test
    void doesNotTrustAnExpiredCertificate() throws Exception {
        assertEquals(
                "the certificate of `127.0.0.1` has expired",
                reason(true, "-ext", "san=ip:127.0.0.1", "-startdate", "-2y", "-validity", "30"));
    }

    @Test
    void doesNotTrustACertificateThatIsNotYetValid() throws Exception {
        assertEquals(
                "the certificate of `127.0.0.1` is not valid yet",
                reason(true, "-ext", "san=ip:127.0.0.1", "-startdate", "+2d"));
    }

    @Test
    void doesNotAcceptPlainHttpAsASecureConnection() throws Exception {
        try (var server = MisbehavingServer.greeting("220 mail.example.org ready\r\n")) {
            LinkUrl address =
                    LinkUrl.of("https://127.0.0.1:" + server.port() + "/").orElseThrow();
            var web = new HttpWebClient("Waymark (test)", LONG, LONG, true);
            assertEquals(
                    new Failure(FailureKind.NOT_TRUSTED, "no secure connection to `127.0.0.1` can be made"),
                    web.ask(address, Method.HEAD));
        }
    }

    private String reason(boolean isKnown, String... options) throws Exception {
        Failure failure = assertInstanceOf(Failure.class, ask(isKnown, options));
        assertEquals(FailureKind.NOT_TRUSTED, failure.kind());
        return failure.reason();
    }

    private Reply ask(boolean isKnown, String... options) throws Exception {
        KeyStore keys = keys(options);
        try (var server =
                MisbehavingServer.secure(serving(keys), (line, out, socket) -> MisbehavingServer.write(out, FINE))) {
            LinkUrl address =
                    LinkUrl.of("https://127.0.0.1:" + server.port() + "/").orElseThrow();
            var web = isKnown
                    ? new HttpWebClient(trusting(keys), "Waymark (test)", LONG, LONG, true)
                    : new HttpWebClient("Waymark (test)", LONG, LONG, true);
            return web.ask(address, Method.HEAD);
        }
    }

    /** The keys of a server, with a certificate that an authority has signed. */
    private KeyStore keys(String... options) throws Exception {
        Path file = Files.copy(folder.resolve("authority.p12"), own.resolve("keys.p12"));
        var signed = new ArrayList<>(List.of("-alias", "server", "-dname", "CN=Server", "-signer", "authority"));
        signed.addAll(List.of(options));
        keytool(file, signed);
        var keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        keys.setCertificateEntry("trusted", keys.getCertificate("authority"));
        keys.deleteEntry("authority");
        return keys;
    }

    private static void keytool(Path file, List<String> options) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString()));
        command.addAll(options);
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertEquals(0, keytool.waitFor(), () -> read(folder.resolve("keytool.log")));
    }

    private static SSLContext serving(KeyStore keys) throws GeneralSecurityException {
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private static SSLContext trusting(KeyStore keys) throws GeneralSecurityException, IOException {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", keys.getCertificate("trusted"));
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
