package org.posescope.record.live;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;

import org.posescope.error.UserException;

/**
 * Where motion is sent to while it is found.
 *
 * @param kind    protocol
 * @param address host and port that is sent to, or that is listened at
 */
public record SendTarget(Kind kind, InetSocketAddress address) {
    private static final int HIGHEST_PORT = 65_535;

    /** Protocols by the scheme of their addresses. */
    public enum Kind {
        VMC(39_539), OSC(9_000),
        /** The one to which others connect. */
        WS(8_765);

        private final int port;

        Kind(int port) {
            this.port = port;
        }

        /** That which others usually listen at, or connect to. */
        public int port() {
            return port;
        }

        /** As addresses begin. */
        public String scheme() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The target that a user names: {@code vmc://127.0.0.1:39539}, {@code osc://studio:9000}, {@code ws://127.0.0.1:8765}; without a host this machine, without a port
     * that which receivers of the protocol listen at.
     *
     * @throws UserException when it is none, or when there is no such host
     */
    public static SendTarget of(String name) {
        try {
            String filled = name.matches("[a-zA-Z]+:(//)?") ? name.replaceFirst("/*$", "") + "//127.0.0.1" : name;
            URI uri = new URI(filled);
            Kind kind = Kind.valueOf(String.valueOf(uri.getScheme()).toUpperCase(Locale.ROOT));
            int port = uri.getPort() < 0 ? kind.port : uri.getPort();
            if (uri.getHost() == null || port == 0 || port > HIGHEST_PORT) {
                throw unknown(name, null);
            }
            return new SendTarget(kind, new InetSocketAddress(InetAddress.getByName(uri.getHost()), port));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw unknown(name, e);
        } catch (UnknownHostException e) {
            throw new UserException("Cannot send to " + name + ": there is no such host.", e);
        }
    }

    private static UserException unknown(String name, Exception cause) {
        return new UserException(
                "Cannot send to " + name
                        + ": give an address like vmc://127.0.0.1:39539, osc://127.0.0.1:9000 or ws://127.0.0.1:8765.",
                cause);
    }

    @Override
    public String toString() {
        return kind.scheme() + "://" + address.getHostString() + ":" + address.getPort();
    }
}
