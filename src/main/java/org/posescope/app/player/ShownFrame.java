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
 * @param small          a copy of the picture, perhaps with fewer pixels, for those who need no more; held likewise
 * @param epoch          raised where somebody goes to another place or source
 * @param positionMicros place of the frame in one pass of the source
 * @param leftOut        how many more people are there, far behind the others
 * @param camera         that people were placed for; empty where nobody was looked for
 */
public record ShownFrame(Frame frame, Optional<Frame> small, List<Person> people, SourceInfo source, long epoch,
        long positionMicros, int leftOut, Optional<Camera> camera)
        implements
            AutoCloseable {
    public ShownFrame {
        people = List.copyOf(people);
    }

    /** A frame as it came. */
    public ShownFrame(Frame frame, List<Person> people, SourceInfo source, long epoch, long positionMicros,
            int leftOut, Optional<Camera> camera) {
        this(frame, Optional.empty(), people, source, epoch, positionMicros, leftOut, camera);
    }

    /** A frame of which nobody was left out, where nobody goes to another place. */
    public ShownFrame(Frame frame, List<Person> people, SourceInfo source, long positionMicros,
            Optional<Camera> camera) {
        this(frame, people, source, 0, positionMicros, 0, camera);
    }

    /** A frame in which nobody was looked for. */
    public ShownFrame(Frame frame, List<Person> people, SourceInfo source, long positionMicros) {
        this(frame, people, source, positionMicros, Optional.empty());
    }

    /** The same moment with a small picture, which it takes over; only one of the two is closed. */
    public ShownFrame with(Frame smaller) {
        return new ShownFrame(frame, Optional.of(smaller), people, source, epoch, positionMicros, leftOut, camera);
    }

    /** One more holder of the same moment. */
    public ShownFrame retain() {
        frame.retain();
        small.ifPresent(Frame::retain);
        return this;
    }

    @Override
    public void close() {
        frame.close();
        small.ifPresent(Frame::close);
    }
}
