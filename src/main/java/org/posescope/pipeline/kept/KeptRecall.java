package org.posescope.pipeline.kept;

import java.util.List;
import java.util.Optional;

import org.posescope.frame.Frame;
import org.posescope.frame.SourceInfo;
import org.posescope.pipeline.Recall;
import org.posescope.pose.Camera;
import org.posescope.pose.Person;

/**
 * Gives what is kept of the clip that is open.
 *
 * @param key  what was looked for
 * @param good which frames it gives
 */
record KeptRecall(KeptClips clips, MotionKey key, Good good) implements Recall {
    /** Tells whether a frame is as good as what stages would find by now. */
    @FunctionalInterface
    interface Good {
        boolean test(KeptFrame frame, long followedMicros);
    }

    private Optional<KeptFrame> kept(SourceInfo source, Frame frame) {
        return clips.clip(source).flatMap(clip -> clip.motion(key).at(frame.positionMicros()));
    }

    @Override
    public Optional<List<Person>> people(SourceInfo source, Frame frame, long followedMicros) {
        return clips.clip(source).flatMap(
                clip -> kept(source, frame).filter(each -> good.test(each, followedMicros)).map(clip::people));
    }

    @Override
    public int leftOut(SourceInfo source, Frame frame) {
        return kept(source, frame).map(KeptFrame::leftOut).orElse(0);
    }

    @Override
    public Optional<Camera> camera(SourceInfo source, Frame frame) {
        return kept(source, frame).flatMap(KeptFrame::camera);
    }
}
