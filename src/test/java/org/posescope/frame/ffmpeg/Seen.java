package org.posescope.frame.ffmpeg;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.posescope.frame.Frame;
import org.posescope.frame.FrameSource;
import org.posescope.testkit.TestPicture;

/** What matters of a frame of a test video: its place, its time, and the index that it shows. */
public record Seen(long index, long ptsMicros, int shown) {
    static Seen of(Frame frame) {
        return new Seen(frame.index(), frame.ptsMicros(), TestPicture.indexOf(frame));
    }

    /** The next frame, closed; null at the end. */
    public static Seen next(FrameSource source) {
        try (Frame frame = source.next()) {
            return frame == null ? null : of(frame);
        }
    }

    /** All frames that are left. */
    static List<Seen> rest(FrameSource source) {
        List<Seen> seen = new ArrayList<>();
        for (Seen next = next(source); next != null; next = next(source)) {
            seen.add(next);
        }
        return seen;
    }

    /** A whole video of {@code frames} at a constant rate. */
    static List<Seen> steady(int frames, long intervalMicros) {
        return IntStream.range(0, frames).mapToObj(i -> new Seen(i, i * intervalMicros, i)).toList();
    }
}
