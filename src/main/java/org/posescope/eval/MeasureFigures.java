package org.posescope.eval;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.posescope.body.math.Vec3;

/**
 * A measure of bodies as they were found and as they truly are.
 *
 * @param measure   what it is
 * @param unit      of all figures: degrees, or a ratio of lengths
 * @param count     poses that were measured
 * @param found     mean of what was found
 * @param truth     mean of the truth
 * @param meanError mean of the differences without their signs
 */
public record MeasureFigures(String measure, String unit, long count, double found, double truth, double meanError) {

    /** All measures for which a pose is known. */
    static List<MeasureFigures> of(List<MotionPair> motions) {
        List<PosePair> poses = motions.stream().flatMap(MotionPair::poses).map(PosePair::of).toList();
        return BodyMeasure.ALL.stream().flatMap(measure -> of(measure, poses).stream()).toList();
    }

    private static Optional<MeasureFigures> of(BodyMeasure measure, List<PosePair> all) {
        List<PosePair> poses = all.stream().filter(pose -> pose.truth.has(measure.needs()))
                .filter(pose -> measure.of().test(pose.truth)).toList();
        return poses.isEmpty()
                ? Optional.empty()
                : Optional.of(new MeasureFigures(measure.name(), measure.unit(), poses.size(),
                        mean(poses.stream().map(pose -> measure.value().applyAsDouble(pose.found))),
                        mean(poses.stream().map(pose -> measure.value().applyAsDouble(pose.truth))),
                        mean(poses.stream().map(pose -> Math.abs(measure.value().applyAsDouble(pose.found)
                                - measure.value().applyAsDouble(pose.truth))))));
    }

    private static double mean(Stream<Double> values) {
        return values.mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private record PosePair(Limbs found, Limbs truth) {
        static PosePair of(Map<String, JointPair> joints) {
            return new PosePair(new Limbs(places(joints, JointPair::found)),
                    new Limbs(places(joints, JointPair::truth)));
        }

        private static Map<String, Vec3> places(Map<String, JointPair> joints, Function<JointPair, Vec3> side) {
            return joints.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, joint -> side.apply(joint.getValue())));
        }
    }
}
