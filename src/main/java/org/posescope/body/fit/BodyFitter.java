package org.posescope.body.fit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.posescope.body.BodyModel;
import org.posescope.pose.Camera;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeleton;

/**
 * Gives each tracked person a posed body that fits their landmarks. Frames come in order; one thread uses it at a time.
 */
public final class BodyFitter {
    private static final long FORGET_AFTER_MICROS = 1_000_000;

    private final BodyModel model;
    private final KnownSize size;
    private final Map<Skeleton, Figure> figures = new HashMap<>();
    private final Map<Integer, Fitted> tracks = new HashMap<>();

    /** What the fit needs to know of a skeleton. */
    private record Figure(BodyLandmarks landmarks, PosePrior beliefs) {}

    private static final class Fitted {
        private final TrackFitter fitter;
        private long lastMicros;

        Fitted(TrackFitter fitter, long firstMicros) {
            this.fitter = fitter;
            this.lastMicros = firstMicros;
        }
    }

    public BodyFitter(BodyModel model) {
        this(model, 0, 0);
    }

    /**
     * People of whose size something is known.
     *
     * @param height that everybody is known to have, metres; 0: not known
     * @param scale  by how much everybody is larger than their joints are given; 0: not known. Where neither is, people are taken as large
     *               as their joints are given
     */
    public BodyFitter(BodyModel model, double height, double scale) {
        this.model = model;
        this.size = new KnownSize(
                height > 0 ? Optional.of(new KnownHeight(height, new BodyHeight(model))) : Optional.empty(), scale);
    }

    /**
     * The same people with a body each, where their landmarks are known in space, of any skeleton with limbs, nose and
     * ears. People with id 0 are new in every frame. Where their size is known, everybody is moved along the line of sight and scaled to it.
     *
     * @param camera that their translation was found for
     */
    public List<Person> fit(List<Person> people, long ptsMicros, Camera camera) {
        tracks.values().removeIf(track -> Math.abs(ptsMicros - track.lastMicros) > FORGET_AFTER_MICROS);
        return people.stream().map(person -> fit(person, ptsMicros, camera)).toList();
    }

    private Person fit(Person person, long ptsMicros, Camera camera) {
        Optional<Joints3d> joints = person.joints3d().filter(j -> BodyLandmarks.fits(j.skeleton()));
        if (joints.isEmpty() || person.translation().isEmpty()) {
            return person;
        }
        Skeleton skeleton = joints.get().skeleton();
        List<Keypoint> keypoints = person.keypoints(skeleton).map(Keypoints::points).orElse(List.of());
        Fitted track = person.id() == 0
                ? newTrack(skeleton, ptsMicros)
                : tracks.computeIfAbsent(person.id(), id -> newTrack(skeleton, ptsMicros));
        double seconds = Math.abs(ptsMicros - track.lastMicros) * 1e-6;
        track.lastMicros = ptsMicros;
        double scale = track.fitter.measure(
                new Observation(joints.get(), person.translation().get(), keypoints, camera));
        Person sized = scale == 1 ? person : person.scaled((float) scale);
        return sized.withBody(track.fitter.fit(new Observation(sized.joints3d().orElseThrow(),
                sized.translation().orElseThrow(), keypoints, camera), seconds));
    }

    private Fitted newTrack(Skeleton skeleton, long ptsMicros) {
        Figure figure = figures.computeIfAbsent(skeleton,
                each -> new Figure(BodyLandmarks.of(model, each), new PosePrior(each)));
        return new Fitted(new TrackFitter(model, figure.landmarks, figure.beliefs, size), ptsMicros);
    }
}
