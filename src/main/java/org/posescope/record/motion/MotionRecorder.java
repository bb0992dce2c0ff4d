package org.posescope.record.motion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.posescope.body.BodyModel;
import org.posescope.body.JointRotations;
import org.posescope.body.floor.BodyMoment;
import org.posescope.body.floor.FloorFit;
import org.posescope.body.floor.Ground;
import org.posescope.body.floor.Lift;
import org.posescope.body.floor.SoleHeights;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.FingersAndFace;
import org.posescope.pose.Person;
import org.posescope.pose.Vector3;
import org.posescope.record.video.Timeline;

/** Collects the bodies of a run, frame by frame. Not thread-safe. */
public final class MotionRecorder {
    /** Half a turn about x: from the camera's axes (y down, z forward) to those of the world (y up, z backward). */
    private static final Rotation UPRIGHT = new Rotation(0, 1, 0, 0);
    private static final long NOT_STARTED = Long.MIN_VALUE;
    private static final double MICROS = 1e6;

    private final BodyModel model;
    private final double fps;
    private final Timeline timeline;
    private final Optional<FloorFit> floor;
    private final FocalHistory focals = new FocalHistory();
    private final Map<Integer, MotionTrack> tracks = new TreeMap<>();
    private long start = NOT_STARTED;
    private long end;

    /**
     * A motion as the camera sees it, turned upright as if the camera were level.
     *
     * @param model whose parameters people have
     * @param fps   frames a second of the motion
     */
    public MotionRecorder(BodyModel model, double fps) {
        this(model, fps, Optional.empty());
    }

    /** A motion on the floor that people are found to stand on, as far as somebody stands; parameters as of the other one. */
    public static MotionRecorder onFloor(BodyModel model, double fps) {
        return new MotionRecorder(model, fps, Optional.of(new FloorFit(model)));
    }

    private MotionRecorder(BodyModel model, double fps, Optional<FloorFit> floor) {
        if (!(fps > 0)) {
            throw new IllegalArgumentException(fps + " is not a frame rate");
        }
        this.model = model;
        this.fps = fps;
        this.floor = floor;
        this.timeline = new Timeline(Math.round(MICROS / fps));
    }

    /**
     * Takes the people of a frame; those without a body are passed over. People without identity are counted in their order
     * in the frame, which means something only where there is one frame.
     *
     * @param ptsMicros time of the frame in its source; where it jumps back the motion goes on one frame later
     */
    public void accept(long ptsMicros, List<Person> people) {
        end = timeline.place(ptsMicros);
        start = start == NOT_STARTED ? end : start;
        focals.at(end);
        floor.ifPresent(each -> each.add(end, people));
        int untracked = 0;
        for (Person person : people) {
            int id = person.id() > 0 ? person.id() : ++untracked;
            person.body().filter(MotionRecorder::isFinite)
                    .ifPresent(body -> tracks.computeIfAbsent(id, _ -> track()).add(end, moment(body),
                            body.betas()));
        }
    }

    private MotionTrack track() {
        return new MotionTrack(model.parents().length, model.expressionComponents());
    }

    /** Takes the focal length that the people of the frames from now on were placed for, pixels. */
    public void focal(double pixels) {
        focals.next(pixels);
    }

    private static boolean isFinite(BodyParameters body) {
        Vector3 place = body.translation();
        return Float.isFinite(place.x() + place.y() + place.z())
                && body.betas().stream().allMatch(Float::isFinite)
                && body.rotations().stream().allMatch(q -> Float.isFinite(q.w() + q.x() + q.y() + q.z()));
    }

    private MotionFrame moment(BodyParameters body) {
        int joints = model.parents().length;
        List<Rotation> rotations = new ArrayList<>(joints);
        JointRotations.of(body, joints)
                .forEach(each -> rotations.add(Slerp.unit(each.w(), each.x(), each.y(), each.z())));
        rotations.set(0, UPRIGHT.times(rotations.getFirst()));
        float[] betas = new float[BodyParameters.BETAS];
        for (int i = 0; i < betas.length; i++) {
            betas[i] = body.betas().get(i);
        }
        float[] rest = model.restJoints(betas);
        Vector3 origin = body.translation();
        Vec3 pelvis = new Vec3(rest[0], rest[1], rest[2]).plus(new Vec3(origin.x(), origin.y(), origin.z()));
        List<Float> expression = body.fingersAndFace().map(FingersAndFace::expression)
                .orElse(Collections.nCopies(FingersAndFace.EXPRESSIONS, 0f))
                .subList(0, model.expressionComponents());
        return new MotionFrame(rotations, UPRIGHT.apply(pelvis), expression);
    }

    /** All that was taken so far. */
    public Motion motion() {
        if (start == NOT_STARTED) {
            return new Motion(fps, 0, List.of());
        }
        Optional<Ground> ground = floor.flatMap(FloorFit::ground);
        List<PersonMotion> people = new ArrayList<>();
        tracks.forEach((id, seen) -> {
            MotionTrack track = focals.change() ? seen.moved(this::withLastFocal) : seen;
            people.add(new PersonMotion(id, ground.map(each -> standing(each, id, track)).orElse(track), start, fps));
        });
        return new Motion(fps, PersonMotion.nearestFrame(end, start, fps) + 1, people, ground);
    }

    /** Somebody whom another lens puts at another distance is seen at the same place, and turns with the line of sight. */
    private MotionFrame withLastFocal(long micros, MotionFrame seen) {
        Vec3 from = seen.pelvis();
        Vec3 to = new Vec3(from.x(), from.y(), from.z() * focals.lastBy(micros));
        return seen.moved(turned(Rotation.between(from, to), seen.rotations()), to);
    }

    private MotionTrack standing(Ground ground, int id, MotionTrack track) {
        Rotation upright = UPRIGHT.times(ground.upright()).times(UPRIGHT);
        SoleHeights heights = floor.orElseThrow().heights(ground, id, track.medianBetas(),
                track.moments((micros, seen) -> new BodyMoment(micros, turned(UPRIGHT, seen.rotations()),
                        UPRIGHT.apply(seen.pelvis()))));
        return track.moved((micros, seen) -> {
            Vec3 way = Lift.of(ground, UPRIGHT.apply(seen.pelvis()), heights.at(micros));
            Vec3 pelvis = upright.apply(seen.pelvis().plus(UPRIGHT.apply(way)));
            return seen.moved(turned(upright, seen.rotations()),
                    pelvis.plus(ground.height(), Vec3.Y));
        });
    }

    private static List<Rotation> turned(Rotation turn, List<Rotation> rotations) {
        List<Rotation> turned = new ArrayList<>(rotations);
        turned.set(0, turn.times(rotations.getFirst()));
        return turned;
    }
}
