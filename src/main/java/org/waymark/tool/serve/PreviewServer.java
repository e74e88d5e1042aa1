package org.waymark.tool.serve;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Shows the site to browsers on this machine, and to nobody else unless told to. What is shown comes from memory, and
 * is replaced as a whole.
 */
public final class PreviewServer implements AutoCloseable {
    private static final byte[] IPV4 = {127, 0, 0, 1};
    private static final byte[] IPV6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    /** Each slow request occupies one. Idle event streams occupy none. */
    private static final int MAX_THREADS = 200;

    private final int port;
    private final Optional<String> host;
    private final List<HttpServer> servers;
    private final SlowClients slowClients = new SlowClients();
    private final EventStreams streams;
    private final ExecutorService threads;
    private final PreviewHandler requests;
    private boolean isOpen;

    private PreviewServer(List<HttpServer> servers, Optional<String> host, Consumer<Throwable> onFault) {
        this.servers = servers;
        this.host = host;
        port = servers.get(0).getAddress().getPort();
        threads = new ThreadPoolExecutor(0, MAX_THREADS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
            var thread = new Thread(work, "preview");
            thread.setDaemon(true);
            return thread;
        });
        streams = new EventStreams(threads, slowClients);
        requests = new PreviewHandler(
                host.isEmpty() ? HostNames.ofThisMachine(port) : HostNames.open(host.get()),
                streams,
                slowClients,
                onFault);
        for (HttpServer server : servers) {
            server.setExecutor(threads);
            server.createContext("/", requests);
        }
    }

    /**
     * Binds a port, on which it answers once there is something to show.
     *
     * @param port 0 for any that is free
     * @param onFault receives unexpected failures
     * @throws IOException if the port is in use or not available
     */
    public static PreviewServer bind(int port, Consumer<Throwable> onFault) throws IOException {
        var servers = new ArrayList<HttpServer>();
        try {
            InetAddress local = InetAddress.getByAddress(IPV4);
            servers.add(HttpServer.create(new InetSocketAddress(local, port), 0));
            int taken = servers.get(0).getAddress().getPort();
            // Browsers try this one first for "localhost"; another program that had it would be shown instead.
            InetAddress other = InetAddress.getByAddress(IPV6);
            if (isOfThisMachine(other)) {
                servers.add(HttpServer.create(new InetSocketAddress(other, taken), 0));
            }
            return new PreviewServer(servers, Optional.empty(), onFault);
        } catch (IOException e) {
            servers.forEach(server -> server.stop(0));
            throw e;
        }
    }

    /**
     * Binds a port of an address that others may reach.
     *
     * @param host an address or name of this machine, or {@code 0.0.0.0} for all
     * @throws UnknownHostException if there is no such address
     * @throws IOException as {@link #bind(int, Consumer)}
     */
    public static PreviewServer bind(String host, int port, Consumer<Throwable> onFault) throws IOException {
        InetAddress address = InetAddress.getByName(host);
        if (!address.isAnyLocalAddress() && !isOfThisMachine(address)) {
            throw new UnknownHostException(host);
        }
        HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 0);
        return new PreviewServer(List.of(server), Optional.of(host), onFault);
    }

    /** Whether other machines may reach it. */
    public boolean isOpenToOthers() {
        return !servers.get(0).getAddress().getAddress().isLoopbackAddress();
    }

    private static boolean isOfThisMachine(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return false;
        }
    }

    /** Where the site is. */
    public String url() {
        InetAddress address = servers.get(0).getAddress().getAddress();
        String name = host.filter(given -> !address.isAnyLocalAddress()).orElse("localhost");
        return "http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + port + "/";
    }

    /** Where the state of the content is. */
    public String healthUrl() {
        return url() + PreviewHandler.OWN.substring(1);
    }

    /** Shows this from now on, and notifies the browsers. */
    synchronized void show(PreviewState state) {
        requests.show(state);
        streams.publish(state);
        if (!isOpen) {
            servers.forEach(HttpServer::start);
            isOpen = true;
        }
    }

    @Override
    public void close() {
        streams.close();
        slowClients.close();
        servers.forEach(server -> server.stop(0));
        threads.shutdownNow();
    }
}
