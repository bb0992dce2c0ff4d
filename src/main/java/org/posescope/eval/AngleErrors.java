package org.posescope.eval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.posescope.body.math.Rotation;
import org.posescope.measure.angle.PoseAngle;
import org.posescope.measure.angle.PoseAngles;
import org.posescope.pose.BodyParameters;

/** Collects the differences of joint angles of bodies that were found from those of the true ones. Used by one thread at a time. */
final class AngleErrors {
    private static final double TURN = 360;

    private final Map<String, Sum> sums = new LinkedHashMap<>();

    private static final class Sum {
        private long count;
        private double absolute;
        private double signed;

        void add(double difference) {
            count++;
            absolute += Math.abs(difference);
            signed += difference;
        }

        AngleFigures figures(String angle) {
            return new AngleFigures(angle, count, absolute / count, signed / count);
        }
    }

    /** Takes a body that was found and the true one, in one frame of reference. */
    void add(BodyParameters found, BodyParameters truth) {
        Map<PoseAngle, Double> is = PoseAngles.seen(found, Rotation.IDENTITY);
        PoseAngles.seen(truth, Rotation.IDENTITY).forEach((angle, wanted) -> sums
                .computeIfAbsent(angle.id().replaceFirst("^(left|right)_", ""), name -> new Sum())
                .add(Math.IEEEremainder(is.get(angle) - wanted, TURN)));
    }

    /** One of each angle; none where no bodies are known. */
    List<AngleFigures> figures() {
        return sums.entrySet().stream().map(entry -> entry.getValue().figures(entry.getKey())).toList();
    }
}
