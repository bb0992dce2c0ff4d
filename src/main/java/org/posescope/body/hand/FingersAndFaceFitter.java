package org.posescope.body.hand;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.posescope.body.BodyModel;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Face;
import org.posescope.pose.FingersAndFace;
import org.posescope.pose.Hand;
import org.posescope.pose.Person;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Rotations;

/**
 * Gives each tracked person who has a body the fingers, wrists, jaw and expressions that fit the points of hands and face. Frames come
 * in order; one thread uses it at a time.
 */
public final class FingersAndFaceFitter {
    private static final long FORGET_AFTER_MICROS = 1_000_000;

    private final boolean namedExpressions;
    private final Side left;
    private final Side right;
    private final Map<Integer, Track> tracks = new HashMap<>();

    /** What is known of all left or all right hands. */
    private record Side(HandFigure figure, HandSolver solver, Wrist wrist) {
        static Side of(BodyModel model, boolean left) {
            HandFigure figure = HandFigure.of(model, left);
            return new Side(figure, new HandSolver(figure), new Wrist(left));
        }
    }

    private static final class Track {
        private final HandTrack left = new HandTrack();
        private final HandTrack right = new HandTrack();
        private final FaceTrack face = new FaceTrack();
        private long lastMicros;
    }

    /**
     * A fitter for people who will be shown with a model.
     *
     * @param model with fingers; its expressions are used where they are those of {@link org.posescope.body.Expression}
     * @throws IllegalArgumentException when it has no fingers
     */
    public FingersAndFaceFitter(BodyModel model) {
        namedExpressions = model.hasNamedExpressions();
        left = Side.of(model, true);
        right = Side.of(model, false);
    }

    /** The same people with fingers and faces where they have a body. People with id 0 are new in every frame. */
    public List<Person> fit(List<Person> people, long ptsMicros) {
        tracks.values().removeIf(track -> Math.abs(ptsMicros - track.lastMicros) > FORGET_AFTER_MICROS);
        return people.stream()
                .map(person -> person.body().map(body -> person.withBody(fit(person, body, ptsMicros))).orElse(person))
                .toList();
    }

    private BodyParameters fit(Person person, BodyParameters body, long ptsMicros) {
        Track track = person.id() == 0 ? new Track() : tracks.computeIfAbsent(person.id(), _ -> new Track());
        double seconds = Math.abs(ptsMicros - track.lastMicros) * 1e-6;
        track.lastMicros = ptsMicros;
        List<Quaternion> rotations = new ArrayList<>(body.rotations());
        List<Quaternion> leftHand = hand(left, track.left, person.details().leftHand(), body, seconds, rotations);
        List<Quaternion> rightHand = hand(right, track.right, person.details().rightHand(), body, seconds, rotations);
        Optional<Face> face = person.details().face();
        FaceReading reading = track.face.update(face.map(FaceReading::of), seconds);
        List<Float> expression = namedExpressions
                ? reading.components()
                : Collections.nCopies(FingersAndFace.EXPRESSIONS, 0f);
        return new BodyParameters(rotations, body.betas(), body.translation(), Optional.of(new FingersAndFace(leftHand,
                rightHand, Rotations.quaternionOfAxisAngle(reading.jaw(), 0, 0), expression, reading.gaze().eyes())));
    }

    /** The rotations of the fingers; that of the wrist among the body's is changed. */
    private static List<Quaternion> hand(Side side, HandTrack track, Optional<Hand> seen, BodyParameters body,
            double seconds, List<Quaternion> rotations) {
        Optional<HandPose> found = seen.map(side.solver::solve).flatMap(
                pose -> side.wrist.turn(body, pose.palm()).map(wrist -> new HandPose(wrist, pose.angles())));
        HandPose pose = track.update(found, seconds);
        int joint = side.wrist.joint();
        rotations.set(joint, between(rotations.get(joint), pose.palm(), track.trust()));
        return pose.rotations(side.figure);
    }

    private static Quaternion between(Quaternion from, Rotation to, double share) {
        Rotation start = Wrist.rotation(from);
        Rotation way = start.inverse().times(to);
        if (share == 0 || new Vec3(way.x(), way.y(), way.z()).length() == 0) {
            return from;
        }
        Rotation r = start.times(way.share(share));
        return new Quaternion((float) r.w(), (float) r.x(), (float) r.y(), (float) r.z());
    }
}
