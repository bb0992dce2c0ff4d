package org.posescope.record.live;

import java.net.BindException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;
import org.posescope.error.UserException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A port of this machine that clients connect to by WebSocket. Pages that a browser has from elsewhere are turned away, or any page could
 * watch the user. What clients say is passed over. Thread-safe.
 */
final class ClientPort implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClientPort.class);
    /** A client for which so many texts wait does not keep up. */
    private static final int MOST_WAITING = 8;
    private static final int LONGEST_MESSAGE = 1 << 12;
    private static final long PATIENCE_SECONDS = 10;
    private static final int PARTING_MILLIS = 500;

    private final Set<WebSocket> clients = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Boolean> started = new CompletableFuture<>();
    private final Server server;
    /** Guarded by this object; empty before there is one. */
    private String greeting = "";

    /**
     * What became of a text.
     *
     * @param sent    clients that it is on its way to
     * @param dropped clients that did not keep up, or were gone
     */
    record Told(int sent, int dropped) {}

    private ClientPort(SendTarget target) {
        server = new Server(target);
    }

    /**
     * Listens.
     *
     * @throws UserException when the port is in use or the address is not of this machine
     */
    static ClientPort open(SendTarget target) {
        ClientPort port = new ClientPort(target);
        port.server.start();
        try {
            port.started.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return port;
        } catch (ExecutionException | TimeoutException e) {
            port.close();
            boolean taken = e.getCause() instanceof BindException;
            throw new UserException("Cannot listen at " + target + (taken
                    ? ": the port is in use, or the address is not of this machine."
                    : ": " + (e.getCause() == null ? e : e.getCause()).getMessage()), e);
        } catch (InterruptedException e) {
            port.close();
            Thread.currentThread().interrupt();
            throw new UserException("Cannot listen at " + target + ": the run was stopped.", e);
        }
    }

    /** Says what each client hears first. */
    synchronized void greeting(String text) {
        greeting = text;
        clients.forEach(client -> send(client, text));
    }

    private synchronized void welcome(WebSocket client) {
        if (!greeting.isEmpty()) {
            send(client, greeting);
        }
        clients.add(client);
    }

    /** Sends a text to all clients, without waiting for any. */
    Told tell(String text) {
        int sent = 0;
        int dropped = 0;
        for (WebSocket client : clients) {
            boolean late = client instanceof WebSocketImpl each && each.outQueue.size() >= MOST_WAITING;
            if (!late && send(client, text)) {
                sent++;
            } else {
                dropped++;
            }
        }
        return new Told(sent, dropped);
    }

    private static boolean send(WebSocket client, String text) {
        try {
            client.send(text);
            return true;
        } catch (WebsocketNotConnectedException e) {
            LOG.debug("a client is going", e);
            return false;
        }
    }

    int clients() {
        return clients.size();
    }

    @Override
    public void close() {
        try {
            server.stop(PARTING_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Server extends WebSocketServer {
        Server(SendTarget target) {
            super(target.address(), 1, List.<Draft>of(new Draft_6455(List.of(), LONGEST_MESSAGE)));
            setReuseAddr(true);
            setTcpNoDelay(true);
            setDaemon(true);
        }

        @Override
        public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(WebSocket client, Draft draft,
                ClientHandshake request) throws InvalidDataException {
            if (request.hasFieldValue("Origin") && !isOfThisMachine(request.getFieldValue("Origin"))) {
                throw new InvalidDataException(CloseFrame.REFUSE, "pages from elsewhere are turned away");
            }
            return super.onWebsocketHandshakeReceivedAsServer(client, draft, request);
        }

        @Override
        public void onStart() {
            started.complete(true);
        }

        @Override
        public void onOpen(WebSocket client, ClientHandshake handshake) {
            welcome(client);
        }

        @Override
        public void onClose(WebSocket client, int code, String reason, boolean remote) {
            clients.remove(client);
        }

        @Override
        public void onMessage(WebSocket client, String message) {
            LOG.trace("a client says something");
        }

        @Override
        public void onError(WebSocket client, Exception error) {
            if (!started.completeExceptionally(error)) {
                LOG.debug("a client failed", error);
            }
        }
    }

    /** Whether a page was served by this machine. */
    static boolean isOfThisMachine(String origin) {
        try {
            String host = URI.create(origin).getHost();
            return host != null && Set.of("localhost", "127.0.0.1", "[::1]").contains(host);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
