package org.posescope.body.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.posescope.body.BodyModel;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Vector3;

/** Fits the body of one person, frame after frame. */
final class TrackFitter {
    private static final int STEPS = 8;
    /** The body is shaped anew when a component has changed by this much. */
    private static final float NOTABLE = 0.05f;

    private final BodyLandmarks landmarks;
    private final PosePrior beliefs;
    private final JointLimits limits = new JointLimits();
    private final ShapeEstimate shape;
    private final BodyPose pose;
    private final BodyPose candidate;
    private final PoseSolver solver;
    private final List<PlantedFoot> feet;
    private final double[] quaternion = new double[4];
    private float[] betas = new float[BodyParameters.BETAS];
    private RestFigure figure;
    private Optional<List<Quaternion>> previous = Optional.empty();

    TrackFitter(BodyModel model, BodyLandmarks landmarks, PosePrior beliefs, KnownSize size) {
        this.landmarks = landmarks;
        this.beliefs = beliefs;
        this.shape = new ShapeEstimate(model, size);
        this.figure = landmarks.figure(betas);
        this.pose = new BodyPose(figure);
        this.candidate = new BodyPose(figure);
        this.solver = new PoseSolver(pose, STEPS);
        this.feet = List.of(foot("left_"), foot("right_"));
    }

    private PlantedFoot foot(String side) {
        return landmarks.showFeet()
                ? new PlantedFoot(landmarks.points(), landmarks.point(side + "heel"),
                        landmarks.point(side + "foot_index"))
                : new PlantedFoot(landmarks.points(), landmarks.point(side + "ankle"));
    }

    /**
     * Takes the lengths of the limbs in the next frame.
     *
     * @return by what the places of this and later frames have to be multiplied; 1 where no size is known
     */
    double measure(Observation observation) {
        shape.measure(name -> observation.place(landmarks.landmark(name)),
                name -> observation.trust(landmarks.landmark(name)));
        float[] probable = new float[BodyParameters.BETAS];
        double scale = shape.shape(probable);
        reshape(probable);
        return scale;
    }

    /**
     * The body in the frame that was measured last.
     *
     * @param observation multiplied as {@link #measure} said
     * @param seconds     since the frame before
     */
    BodyParameters fit(Observation observation, double seconds) {
        Function<String, Vec3> seen = name -> observation.place(landmarks.landmark(name));
        List<Term> terms = new ArrayList<>(
                List.of(new LandmarkTerm(landmarks.points(), observation), limits, beliefs.relaxed()));
        candidate.figure(figure);
        new AnalyticPose(this::rest, seen, landmarks.showHands(), landmarks.showFeet(), candidate).find();
        if (previous.isPresent()) {
            terms.add(beliefs.goingOn(pose.local(), observation, seconds));
            terms.add(new AnchorTerm(landmarks.points(),
                    feet.stream().flatMap(foot -> foot.update(observation, pose, seconds).stream()).toList()));
            pose.figure(figure);
            pose.update();
        }
        if (previous.isEmpty() || PoseSolver.cost(terms, candidate) < PoseSolver.cost(terms, pose)) {
            pose.copyFrom(candidate);
        }
        solver.improve(pose, terms);
        List<Quaternion> rotations = rotations();
        previous = Optional.of(rotations);
        double[] t = pose.translation();
        List<Float> shapeList = new ArrayList<>();
        for (float beta : betas) {
            shapeList.add(beta);
        }
        return new BodyParameters(rotations, shapeList,
                new Vector3((float) t[0], (float) t[1], (float) t[2]));
    }

    private Vec3 rest(String landmark) {
        int point = landmarks.point(landmark);
        return new Vec3(figure.point(point, 0), figure.point(point, 1), figure.point(point, 2));
    }

    private void reshape(float[] newBetas) {
        boolean notable = false;
        for (int k = 0; k < betas.length; k++) {
            notable |= Math.abs(newBetas[k] - betas[k]) > NOTABLE;
        }
        if (notable) {
            betas = newBetas;
            figure = landmarks.figure(betas);
        }
    }

    /** Of the two quaternions of a rotation the one on the side of the frame before. */
    private List<Quaternion> rotations() {
        Quaternion[] out = new Quaternion[BodyPose.JOINTS];
        for (int joint = 0; joint < out.length; joint++) {
            Matrices.quaternion(pose.local(), joint * Matrices.SIZE, quaternion);
            Quaternion q = new Quaternion((float) quaternion[0], (float) quaternion[1], (float) quaternion[2],
                    (float) quaternion[3]);
            int index = joint;
            out[joint] = previous.map(before -> before.get(index)).filter(before -> dot(before, q) < 0)
                    .map(before -> new Quaternion(-q.w(), -q.x(), -q.y(), -q.z())).orElse(q);
        }
        return Arrays.asList(out);
    }

    private static float dot(Quaternion a, Quaternion b) {
        return a.w() * b.w() + a.x() * b.x() + a.y() * b.y() + a.z() * b.z();
    }
}
