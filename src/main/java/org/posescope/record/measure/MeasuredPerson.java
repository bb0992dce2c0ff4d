package org.posescope.record.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.posescope.body.BodyModel;
import org.posescope.body.math.Vec3;
import org.posescope.measure.angle.AngleContinuity;
import org.posescope.measure.angle.PoseAngle;
import org.posescope.measure.angle.PoseAngles;
import org.posescope.measure.gait.Gait;
import org.posescope.measure.series.SavitzkyGolay;
import org.posescope.pose.Skeletons;
import org.posescope.record.motion.Motion;
import org.posescope.record.motion.MotionFrame;
import org.posescope.record.motion.PersonMotion;
import org.posescope.record.motion.RestSkeleton;

/**
 * What is measured of somebody over a run.
 *
 * @param id      track identity
 * @param degrees by angle, a value a frame of the motion, NaN where the person was out of sight
 * @param gait    empty where no floor is known
 */
record MeasuredPerson(int id, Map<PoseAngle, double[]> degrees, Optional<Gait> gait) {
    private static final double SMOOTHED_SECONDS = 0.2;

    static MeasuredPerson of(BodyModel model, Motion motion, PersonMotion person) {
        Map<PoseAngle, double[]> degrees = new EnumMap<>(PoseAngle.class);
        for (PoseAngle angle : PoseAngle.values()) {
            double[] unknown = new double[motion.frames()];
            Arrays.fill(unknown, Double.NaN);
            degrees.put(angle, unknown);
        }
        AngleContinuity continuity = new AngleContinuity();
        for (int frame = 0; frame < motion.frames(); frame++) {
            if (!person.observed(frame)) {
                continuity.restart();
                continue;
            }
            int now = frame;
            continuity.next(PoseAngles.of(person.at(frame).rotations()))
                    .forEach((angle, value) -> degrees.get(angle)[now] = value);
        }
        return new MeasuredPerson(person.id(), degrees, motion.floor().map(_ -> gait(model, motion, person)));
    }

    private static Gait gait(BodyModel model, Motion motion, PersonMotion person) {
        RestSkeleton skeleton = new RestSkeleton(model, person.betas());
        List<Gait.FootFrame> left = new ArrayList<>();
        List<Gait.FootFrame> right = new ArrayList<>();
        for (int frame = 0; frame < motion.frames(); frame++) {
            MotionFrame moment = person.at(frame);
            List<Vec3> joints = skeleton.pose(moment);
            left.add(new Gait.FootFrame(person.stands(frame, true), joints.get(Skeletons.SMPL24.index("left_ankle"))));
            right.add(
                    new Gait.FootFrame(person.stands(frame, false), joints.get(Skeletons.SMPL24.index("right_ankle"))));
        }
        return Gait.of(motion.fps(), left, right);
    }

    /** A derivative of an angle: 1 for degrees a second, 2 for degrees a second squared. */
    double[] derivative(PoseAngle angle, int order, double fps) {
        return new SavitzkyGolay(SMOOTHED_SECONDS, fps).derivative(degrees.get(angle), order);
    }
}
