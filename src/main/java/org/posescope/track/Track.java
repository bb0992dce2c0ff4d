package org.posescope.track;

import java.util.List;
import java.util.Optional;

import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.KeypointSimilarity;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;

/** One person over time. */
final class Track {
    private static final float BUFFER = 0.1f;
    private static final float BUFFER_GROWTH = 0.4f;
    private static final double HIDDEN_PART = 0.5;
    /** For so long somebody may be coming into the picture. */
    private static final long ENTERING_MICROS = 1_000_000;

    private final BoxMotion motion;
    private int id;
    private Person last;
    private Box predicted;
    private final long bornMicros;
    private long seenMicros;
    private long predictedMicros;
    private boolean hidden;
    private int hits = 1;

    Track(Person first, long ptsMicros) {
        this.motion = new BoxMotion(first.box());
        this.last = first;
        this.predicted = first.box();
        this.bornMicros = ptsMicros;
        this.seenMicros = ptsMicros;
        this.predictedMicros = ptsMicros;
    }

    /** Identity, from 1; 0 until the track is confirmed. */
    int id() {
        return id;
    }

    boolean confirmed() {
        return id > 0;
    }

    void confirm(int newId) {
        id = newId;
    }

    /** Since it began, up to when it was seen last. */
    long ageMicros() {
        return seenMicros - bornMicros;
    }

    int hits() {
        return hits;
    }

    long seenMicros() {
        return seenMicros;
    }

    void predict(long ptsMicros) {
        hidden = seenMicros < predictedMicros;
        predicted = motion.predict((ptsMicros - predictedMicros) * 1e-6);
        predictedMicros = ptsMicros;
    }

    void see(Person person, long ptsMicros) {
        motion.correct(person.box());
        last = person;
        seenMicros = ptsMicros;
        hits++;
    }

    /**
     * How much the person looks like this track's next appearance, 0..1: overlap of boxes that are enlarged the longer the
     * track was not seen (buffered IoU, Yang et al. 2023) and similarity of the keypoints moved along with the box. Somebody who
     * comes into the picture, or out from behind something, has a larger box at once.
     */
    double similarity(Person person) {
        double unseen = (predictedMicros - seenMicros) * 1e-6;
        float buffer = BUFFER + BUFFER_GROWTH * (float) Math.min(1, unseen);
        Box expected = enlarge(predicted, buffer);
        Box actual = enlarge(person.box(), buffer);
        double overlap = hidden || ageMicros() < ENTERING_MICROS
                ? Math.max(expected.iou(actual), HIDDEN_PART * expected.partOfSmaller(actual))
                : expected.iou(actual);
        Optional<List<Keypoint>> mine = cocoPoints(last);
        Optional<List<Keypoint>> theirs = cocoPoints(person);
        if (mine.isEmpty() || theirs.isEmpty()) {
            return overlap;
        }
        double likeness = KeypointSimilarity.oks(moved(mine.get()), theirs.get(), person.box().area());
        return (overlap + Math.max(overlap, likeness)) / 2;
    }

    private List<Keypoint> moved(List<Keypoint> points) {
        float dx = predicted.centerX() - last.box().centerX();
        float dy = predicted.centerY() - last.box().centerY();
        return points.stream().map(point -> new Keypoint(point.x() + dx, point.y() + dy, point.score())).toList();
    }

    private static Optional<List<Keypoint>> cocoPoints(Person person) {
        return person.keypoints().stream().filter(keypoints -> keypoints.skeleton().equals(Skeletons.COCO17))
                .findFirst()
                .map(Keypoints::points);
    }

    private static Box enlarge(Box box, float part) {
        float dx = part * box.width();
        float dy = part * box.height();
        return Box.ofCorners(box.x() - dx, box.y() - dy, box.right() + dx, box.bottom() + dy);
    }
}
