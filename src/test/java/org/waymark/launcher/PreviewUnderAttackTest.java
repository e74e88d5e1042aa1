package org.waymark.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.TestImages;
import org.waymark.TestProject;
import org.waymark.Thorough;

/** The preview in a process of its own, with little memory, and hostile clients. */
@Thorough("floods a process with requests")
class PreviewUnderAttackTest {
    private static final int PICTURE = 8_000_000;

    @TempDir
    private static Path folder;

    private static Process preview;
    private static Path log;
    private static int port;

    @BeforeAll
    static void serve() throws IOException, InterruptedException {
        TestProject.copySmall(folder);
        var noise = new byte[PICTURE];
        new Random(1).nextBytes(noise);
        byte[] image = TestImages.described("JPEG image, 64 × 64 pixels");
        System.arraycopy(image, 0, noise, 0, image.length);
        Files.write(folder.resolve("content/images/large.jpg"), noise);
        log = folder.resolve("log.txt");
        preview = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.waymark.cli.Main",
                        "serve",
                        "-p",
                        folder.toString(),
                        "--as-of",
                        "2025-03-01",
                        "--port",
                        "0")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Matcher address = Pattern.compile("http://localhost:(\\d+)/\n").matcher("");
        while (!address.reset(Files.readString(log)).find()) {
            assertTrue(preview.isAlive(), () -> log());
            Thread.sleep(100);
        }
        port = Integer.parseInt(address.group(1));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        preview.destroyForcibly().waitFor();
    }

    @ParameterizedTest
    @CsvSource({
        "'GET /', 'a'",
        "'GET / HTTP/1.1|Host: localhost:PORT|X: ', 'a'",
        "'GET / HTTP/1.1|Host: localhost:PORT|', 'X: y|'",
        "'GET / HTTP/1.1|Host: localhost:PORT|Content-Length: 99999999999||', 'a'",
        "'POST / HTTP/1.1|Host: localhost:PORT|Transfer-Encoding: chunked||', '1|a|'",
        "'POST / HTTP/1.1|Host: localhost:PORT|Transfer-Encoding: chunked||', 'a'",
        "'', '|'",
    })
    void closesEndlessRequests(String begin, String then) throws IOException {
        byte[] piece = then.replace("|", "\r\n").repeat(10_000).getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write(begin.replace("|", "\r\n")
                            .replace("PORT", String.valueOf(port))
                            .getBytes(StandardCharsets.US_ASCII));
            for (long sent = 0; sent < 500_000_000; sent += piece.length) {
                socket.getOutputStream().write(piece);
            }
        } catch (IOException e) {
            // The server has closed the connection, or stopped reading.
        }
        assertAnswers();
    }

    @Test
    void limitsStreamsToAThousand() throws Exception {
        var open = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 2_000; i++) {
                Socket socket = connect();
                open.add(socket);
                ask(socket, "/_waymark/events?since=0");
            }
            int held = 0;
            for (Socket socket : open) {
                String status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
                assertTrue(status.equals("HTTP/1.1 200") || status.equals("HTTP/1.1 503"), status);
                held += status.endsWith("200") ? 1 : 0;
            }
            assertEquals(1_000, held);
            assertAnswers();
        } finally {
            close(open);
        }
        assertAnswers();
    }

    @Test
    void answersDespiteThousandsOfIdleConnections() throws Exception {
        var open = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 2_000; i++) {
                open.add(connect());
            }
            assertAnswers();
        } finally {
            close(open);
        }
    }

    /** There are at most 200 threads. */
    @Test
    void closesSlowRequests() throws Exception {
        var open = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 250; i++) {
                Socket socket = connect();
                open.add(socket);
                socket.getOutputStream().write("GET / HT".getBytes(StandardCharsets.US_ASCII));
            }
            assertAnswersSoon();
        } finally {
            close(open);
        }
    }

    /** All the images together are many times larger than the memory. */
    @Test
    void closesConnectionsThatDoNotReadTheResponse() throws Exception {
        var open = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 250; i++) {
                var socket = new Socket();
                socket.setReceiveBufferSize(4096);
                socket.connect(new InetSocketAddress("127.0.0.1", port));
                open.add(socket);
                ask(socket, "/images/large.jpg");
            }
            assertAnswersSoon();
        } finally {
            close(open);
        }
        try (Socket socket = connect()) {
            ask(socket, "/images/large.jpg");
            assertTrue(socket.getInputStream().readNBytes(PICTURE).length == PICTURE);
        }
    }

    private static void assertAnswers() throws IOException {
        try (Socket socket = connect()) {
            ask(socket, "/");
            InputStream answer = socket.getInputStream();
            assertEquals("HTTP/1.1 200", new String(answer.readNBytes(12), StandardCharsets.US_ASCII));
        }
        assertTrue(preview.isAlive(), () -> log());
        assertFalse(log().contains("OutOfMemoryError"), () -> log());
        assertFalse(log().contains("bug in Waymark"), () -> log());
    }

    /** Within two minutes; on a busy machine, timeouts take longer. */
    private static void assertAnswersSoon() throws InterruptedException, IOException {
        for (int i = 0; i < 120; i++) {
            try {
                assertAnswers();
                return;
            } catch (IOException | AssertionError e) {
                Thread.sleep(1_000);
            }
        }
        assertAnswers();
    }

    private static Socket connect() throws IOException {
        var socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(60_000);
        return socket;
    }

    private static void ask(Socket socket, String path) throws IOException {
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private static String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
