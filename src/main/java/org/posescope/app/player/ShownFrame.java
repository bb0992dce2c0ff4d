package org.posescope.app.player;

import java.util.List;

import org.posescope.frame.Frame;
import org.posescope.frame.SourceInfo;
import org.posescope.pose.Person;

/**
 * A frame with what was found in it, to be shown.
 *
 * @param frame          held until this is closed
 * @param positionMicros place of the frame in one pass of the source
 */
public record ShownFrame(Frame frame, List<Person> people, SourceInfo source, long positionMicros)
        implements
            AutoCloseable {
    public ShownFrame {
        people = List.copyOf(people);
    }

    @Override
    public void close() {
        frame.close();
    }
}
