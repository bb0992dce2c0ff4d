package org.posescope.record;

import java.util.List;
import java.util.function.Consumer;

import org.posescope.frame.Frame;
import org.posescope.frame.FrameSource;
import org.posescope.frame.UnreadablePicture;

/** Tells an output of the files of a source that gave no frame, each at its place among the frames. Used by one thread at a time. */
public final class MissingPictures {
    private final FrameSource source;
    private final Consumer<UnreadablePicture> output;
    private int told;

    public MissingPictures(FrameSource source, Consumer<UnreadablePicture> output) {
        this.source = source;
        this.output = output;
    }

    /** Tells of those that come before a frame, which the output gets next. */
    public void before(Frame frame) {
        tell(frame.index());
    }

    /** Tells of those after the last frame. */
    public void rest() {
        tell(Long.MAX_VALUE);
    }

    private void tell(long end) {
        List<UnreadablePicture> all = source.unreadable();
        while (told < all.size() && all.get(told).index() < end) {
            output.accept(all.get(told));
            told++;
        }
    }
}
