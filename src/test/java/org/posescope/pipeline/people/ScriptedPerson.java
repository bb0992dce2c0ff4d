package org.posescope.pipeline.people;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;

/**
 * Somebody in a made-up film.
 *
 * @param path           the box of the body in each frame, by the frame's index
 * @param seen           the frames in which they are to be seen
 * @param detectionScore what the detector gives them
 */
public record ScriptedPerson(LongFunction<Box> path, LongPredicate seen, float detectionScore) {
    private static final float USUAL_SCORE = 0.9f;

    public static ScriptedPerson standing(Box box) {
        return walking(box, 0);
    }

    /** @param speed pixels a frame to the right */
    static ScriptedPerson walking(Box start, float speed) {
        return new ScriptedPerson(
                frame -> new Box(start.x() + speed * frame, start.y(), start.width(), start.height()),
                _ -> true, USUAL_SCORE);
    }

    ScriptedPerson seenIn(LongPredicate frames) {
        return new ScriptedPerson(path, frames, detectionScore);
    }

    ScriptedPerson detectedWith(float score) {
        return new ScriptedPerson(path, seen, score);
    }

    Optional<Box> box(long frame) {
        return seen.test(frame) ? Optional.of(path.apply(frame)) : Optional.empty();
    }

    /** As a pose network sees them in a frame. */
    public Person person(long frame, float score) {
        Box box = path.apply(frame);
        int points = Skeletons.COCO17.size();
        List<Keypoint> keypoints = IntStream.range(0, points)
                .mapToObj(i -> new Keypoint(box.x() + box.width() * (5 * i % points) / (points - 1),
                        box.y() + box.height() * i / (points - 1), 1))
                .toList();
        return new Person(0, score, box, List.of(new Keypoints(Skeletons.COCO17, keypoints)), Optional.empty(),
                Optional.empty(), Optional.empty());
    }
}
