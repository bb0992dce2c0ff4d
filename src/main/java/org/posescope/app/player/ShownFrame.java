package org.posescope.app.player;

import java.util.List;
import java.util.Optional;

import org.posescope.frame.Frame;
import org.posescope.frame.SourceInfo;
import org.posescope.pose.Camera;
import org.posescope.pose.Person;

/**
 * A frame with what was found in it, to be shown.
 *
 * @param frame          held until this is closed
 * @param positionMicros place of the frame in one pass of the source
 * @param camera         that people were placed for; empty where nobody was looked for
 */
public record ShownFrame(Frame frame, List<Person> people, SourceInfo source, long positionMicros,
        Optional<Camera> camera)
        implements
            AutoCloseable {
    public ShownFrame {
        people = List.copyOf(people);
    }

    /** A frame in which nobody was looked for. */
    public ShownFrame(Frame frame, List<Person> people, SourceInfo source, long positionMicros) {
        this(frame, people, source, positionMicros, Optional.empty());
    }

    @Override
    public void close() {
        frame.close();
    }
}
