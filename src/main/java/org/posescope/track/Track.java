package org.posescope.track;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.posescope.track.Tracker.Candidate;
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
    /** Of somebody's box; with so much of it in that of another one, colours may be theirs. */
    private static final float NEAR = 0.25f;
    private static final double LEARNING_SECONDS = 1;
    /** Likeness of colours with which one is surely the same, and with which as good as surely not. */
    private static final double OWN = 0.85;
    private static final double STRANGE = 0.4;
    private static final double STRIDES_PER_SECOND = 1.5;
    /** What is left of the similarity of somebody who wears something else. */
    private static final double DOUBT = 0.2;

    private final BoxMotion motion;
    private int id;
    private Person last;
    private Appearance appearance;
    private Box predicted;
    private final long bornMicros;
    private long seenMicros;
    private long predictedMicros;
    private boolean hidden;
    private boolean lastAtEdge;
    private int hits = 1;

    Track(Candidate first, long ptsMicros) {
        this.motion = new BoxMotion(first.person().box());
        this.last = first.person();
        this.appearance = first.appearance();
        this.predicted = last.box();
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

    /** @param alone whether what was seen is surely theirs, so that what they wear may be learnt from it */
    void see(Candidate seen, boolean alone, long ptsMicros) {
        motion.correct(seen.person().box());
        last = seen.person();
        lastAtEdge = seen.atEdge();
        if (alone) {
            double seconds = (ptsMicros - seenMicros) * 1e-6;
            appearance = appearance.then(seen.appearance(), 1 - Math.exp(-seconds / LEARNING_SECONDS));
        }
        seenMicros = ptsMicros;
        hits++;
    }

    /** Whether much of a box is where this person is, or should be. */
    boolean near(Box box) {
        return box.intersection(predicted) > NEAR * box.area();
    }

    /**
     * 0..1, how much somebody looks like this track's next appearance: where they are, how they stand and what they wear.
     *
     * @param minimum of those who may be of this track. Colours alone end no track that was seen in the last frame, as light changes;
     *                they choose among those who stand there.
     */
    double similarity(Candidate candidate, double minimum) {
        double position = position(candidate.person());
        OptionalDouble colours = appearance.likeness(candidate.appearance());
        if (colours.isEmpty() || position < minimum) {
            return position;
        }
        double similarity = trust(colours.getAsDouble()) * position;
        return hidden ? similarity : Math.max(minimum, similarity);
    }

    /**
     * 0..1, how much somebody whom nobody expected there may be this person, who was lost in the midst of the picture: what both wear
     * tells, as far as they could have come. 0: not at all.
     */
    double reunion(Candidate candidate) {
        if (!hidden || lastAtEdge || candidate.atEdge() || strides(candidate.person().box()) > reach()) {
            return 0;
        }
        return appearance.likeness(candidate.appearance()).orElse(0);
    }

    private double strides(Box box) {
        return Math.hypot(box.centerX() - last.box().centerX(), box.centerY() - last.box().centerY())
                / Math.max(1, Math.max(box.width(), box.height()));
    }

    /** How far somebody comes unseen, as a part of their size. */
    private double reach() {
        return 1 + STRIDES_PER_SECOND * (predictedMicros - seenMicros) * 1e-6;
    }

    private static double trust(double likeness) {
        return Math.clamp((likeness - STRANGE) / (OWN - STRANGE), DOUBT, 1);
    }

    /**
     * 0..1, how well somebody fits to this track's motion: overlap of boxes that are enlarged the longer the
     * track was not seen (buffered IoU, Yang et al. 2023) and similarity of the keypoints moved along with the box. Somebody who
     * comes into the picture, or out from behind something, has a larger box at once.
     */
    private double position(Person person) {
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
