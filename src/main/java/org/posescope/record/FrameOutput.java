package org.posescope.record;

import java.util.List;
import java.util.Optional;

import org.posescope.frame.Frame;
import org.posescope.frame.UnreadablePicture;
import org.posescope.pose.Person;

/**
 * Something that takes the results of a run, frame by frame, in frame order. Used by one thread at a time unless the
 * implementation says otherwise.
 */
public interface FrameOutput extends AutoCloseable {
    /**
     * Takes one result. The frame stays the caller's; an output that needs it longer retains it, so its pixels must not be
     * changed afterwards.
     *
     * @param frame  the picture to show, annotated where the output records pictures
     * @param people empty when nobody is in the picture
     * @throws org.posescope.error.UserException when it cannot be written, for example because the disk is full; the output
     *                                           takes nothing more then and is still closed by its owner
     */
    void accept(Frame frame, List<Person> people);

    /**
     * Takes notice of a file of the source that gave no frame, in order with the frames; nothing is done where the output has no
     * place for it.
     *
     * @throws org.posescope.error.UserException as {@link #accept}
     */
    default void missing(UnreadablePicture picture) {}

    /** Takes what is known of the camera of the next frame; nothing is done where the output has no place for it. */
    default void camera(CameraFacts facts) {}

    /** What it writes, for reports: the name of the encoder or of the file format. */
    String format();

    /** What became of the sound of the source, to be asked after {@link #close}; empty for files that hold none. */
    default Optional<RecordedSound> sound() {
        return Optional.empty();
    }

    /**
     * Finishes what was written; a second call does nothing.
     *
     * @throws org.posescope.error.UserException when the end cannot be written; all memory is released nevertheless
     */
    @Override
    void close();

    /** Ends it as if it had never been begun, where that is possible; else as {@link #close}. */
    default void discard() {
        close();
    }
}
