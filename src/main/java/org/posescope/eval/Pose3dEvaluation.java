package org.posescope.eval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

import org.posescope.body.BodyModel;
import org.posescope.body.math.Vec3;

/**
 * Compares people that were found, frame by frame, with the truth. Joints are the same when they have the same name; those that
 * one side does not know are left out. Used by one thread at a time.
 */
public final class Pose3dEvaluation {
    /** People of whom less can be seen need not be found, nor those without hips, whom nothing could be measured from. */
    private static final double LEAST_VISIBLE = 0.5;
    private static final double MILLIMETRES = 1000;

    private final String label;
    private final Optional<VertexErrors> vertices;
    private final Map<Actor, MotionPair> motions = new LinkedHashMap<>();
    private final List<Double> pve = new ArrayList<>();
    private final AngleErrors angles = new AngleErrors();
    private long expected;
    private long found;

    /**
     * @param label what to call the joints
     * @param body  model of the bodies on both sides, for the errors of their vertices and angles
     */
    public Pose3dEvaluation(String label, Optional<BodyModel> body) {
        this.label = label;
        this.vertices = body.map(VertexErrors::new);
    }

    /** One person of one motion. */
    private record Actor(String sequence, int id) {}

    /** Takes the people found in a frame. */
    public void frame(PoseFrame truth, List<PosedHuman> people) {
        List<PosedHuman> visible = truth.people().stream()
                .filter(human -> human.hips().isPresent() && human.visible() >= LEAST_VISIBLE).toList();
        expected += visible.size();
        for (HumanMatch match : HumanMatch.among(visible, people)) {
            found++;
            Map<String, JointPair> joints = common(match.truth(), match.found());
            if (!joints.isEmpty()) {
                motions.computeIfAbsent(new Actor(truth.id().sequence(), match.truth().id()), any -> new MotionPair())
                        .add(truth.id().number(), joints);
            }
            addBodies(match);
        }
    }

    private void addBodies(HumanMatch match) {
        if (vertices.isPresent() && match.found().body().isPresent() && match.truth().body().isPresent()) {
            pve.add(vertices.get().pve(match.found().body().get(), match.truth().body().get()));
            angles.add(match.found().body().get(), match.truth().body().get());
        }
    }

    /** The joints that both know, relative to the hips; none when the hips are not known. */
    private static Map<String, JointPair> common(PosedHuman truth, PosedHuman found) {
        Map<String, JointPair> common = new LinkedHashMap<>();
        Optional<Vec3> here = found.hips();
        Optional<Vec3> there = truth.hips();
        if (here.isPresent() && there.isPresent()) {
            found.joints().forEach((name, place) -> {
                if (truth.joints().containsKey(name)) {
                    common.put(name,
                            new JointPair(place.minus(here.get()), truth.joints().get(name).minus(there.get())));
                }
            });
        }
        return common;
    }

    /** The figures of all frames so far. */
    public Pose3dFigures figures() {
        Collection<MotionPair> all = motions.values();
        return new Pose3dFigures(label, expected, found, mean(all, MotionPair::mpjpe).orElse(Double.NaN),
                mean(all, MotionPair::paMpjpe).orElse(Double.NaN), millimetres(pve),
                mean(all, MotionPair::accelerations), Lag.of(all),
                MeasureFigures.of(List.copyOf(all)), angles.figures());
    }

    private static OptionalDouble mean(Collection<MotionPair> motions, Function<MotionPair, List<Double>> values) {
        return millimetres(motions.stream().flatMap(motion -> values.apply(motion).stream()).toList());
    }

    private static OptionalDouble millimetres(List<Double> metres) {
        return metres.stream().mapToDouble(each -> MILLIMETRES * each).average();
    }
}
