package org.waymark.tool.links;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** A local server that responds as badly as a test needs. */
public final class MisbehavingServer implements AutoCloseable {
    /** How to treat a connection on which a request has arrived. */
    public interface Conduct {
        void answer(String requestLine, OutputStream out, Socket socket) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final Conduct conduct;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> headers = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile String greeting = "";

    private MisbehavingServer(ServerSocket server, Conduct conduct) {
        this.server = server;
        this.conduct = conduct;
    }

    public static MisbehavingServer start(Conduct conduct) throws IOException {
        return start(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), conduct);
    }

    static MisbehavingServer secure(SSLContext context, Conduct conduct) throws IOException {
        return start(
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()), conduct);
    }

    /** A server that always sends the same answer. */
    public static MisbehavingServer saying(String answer) throws IOException {
        return start((line, out, socket) -> write(out, answer));
    }

    /** A server that sends first, as those of other protocols do. */
    static MisbehavingServer greeting(String words) throws IOException {
        var rude = new MisbehavingServer(
                new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), (line, out, socket) -> socket.close());
        rude.greeting = words;
        rude.start();
        return rude;
    }

    static MisbehavingServer start(ServerSocket server, Conduct conduct) {
        var rude = new MisbehavingServer(server, conduct);
        rude.start();
        return rude;
    }

    private void start() {
        var thread = new Thread(this::accept, "rude server");
        thread.setDaemon(true);
        thread.start();
    }

    public static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    int port() {
        return server.getLocalPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    LinkUrl address(String path) {
        return LinkUrl.of(url() + path).orElseThrow();
    }

    /** The first line of each request. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** The other lines of all requests. */
    public List<String> headers() {
        return List.copyOf(headers);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                var thread = new Thread(() -> serve(socket), "rude connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                // closed, or a client that disconnected
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            write(socket.getOutputStream(), greeting);
            var in = new BufferedInputStream(socket.getInputStream());
            while (true) {
                String line = readLine(in);
                if (line.isEmpty()) {
                    return;
                }
                requests.add(line);
                for (String header = readLine(in); !header.isEmpty(); header = readLine(in)) {
                    headers.add(header);
                }
                conduct.answer(line, socket.getOutputStream(), socket);
            }
        } catch (IOException | InterruptedException e) {
            // the client has disconnected
        }
    }

    private static String readLine(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
