package org.posescope.app.live;

import org.posescope.record.live.SendTarget;

/**
 * What the user wants to send to whom.
 *
 * @param address host and port
 * @param on      whether it is sent as soon as something plays
 */
public record SendChoice(SendTarget.Kind kind, String address, boolean on) {
    public static final SendChoice DEFAULT = usual(SendTarget.Kind.VMC);

    /** @throws IllegalArgumentException when something is missing */
    public SendChoice {
        if (kind == null || address == null) {
            throw new IllegalArgumentException("nothing is sent to " + address + " by " + kind);
        }
    }

    /** Where receivers of a protocol usually are; not sent yet. */
    static SendChoice usual(SendTarget.Kind kind) {
        return new SendChoice(kind, "127.0.0.1:" + kind.port(), false);
    }

    /** The whole address. */
    String target() {
        return kind.scheme() + "://" + address;
    }

    SendChoice with(boolean wanted) {
        return new SendChoice(kind, address, wanted);
    }
}
