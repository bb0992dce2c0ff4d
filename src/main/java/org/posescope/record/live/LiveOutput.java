package org.posescope.record.live;

import java.util.Optional;

import org.posescope.error.UserException;
import org.posescope.record.FrameOutput;

/**
 * Tells another program of people while they are found. It never waits: what the other does not take at once is dropped and counted, and a
 * network that is gone stops nothing. Used by one thread at a time; figures may be asked for by any.
 */
public sealed interface LiveOutput extends FrameOutput permits MotionSender, MotionServer {
    /**
     * Opens the way to a target.
     *
     * @throws UserException when the system gives none, or the target needs bodies and there are none
     */
    static LiveOutput open(SendTarget target, LiveFacts facts) {
        return target.kind() == SendTarget.Kind.WS
                ? MotionServer.open(target, facts)
                : MotionSender.open(target, facts.body().orElseThrow(() -> new UserException(
                        target + " is sent the motion of a body: leave out --no-body.")), facts.coordinates());
    }

    /** Another source plays from now on; nothing is done where the other need not know. */
    default void greet(LiveFacts facts) {}

    SendFigures figures();

    /** What the user should know after the end. */
    Optional<String> warning();

    /** What was sent is away. */
    @Override
    default void discard() {
        close();
    }
}
