package org.posescope.measure.angle;

import org.posescope.body.math.Rotation;

/**
 * How an arm is raised from hanging beside the trunk. The rotation is a turn of the arm about its own axis and then a swing, whose
 * rotation vector has a part about the axis from left to right, flexion, and one about the axis from back to front, abduction. In the
 * sagittal plane flexion, in the frontal plane abduction is the whole elevation, overhead too, where Cardan angles would jump.
 *
 * @param flexion   degrees; the arm forward is 90, overhead 180, backward negative
 * @param abduction degrees; the arm sideways is 90
 * @param rotation  degrees; inward is positive
 */
record ArmSwing(double flexion, double abduction, double rotation) {
    /** @param fromHanging turns of the upper arm, in the axes of the trunk: x left, y up, z forward */
    static ArmSwing of(Rotation fromHanging, boolean left) {
        Rotation r = fromHanging.w() < 0
                ? new Rotation(-fromHanging.w(), -fromHanging.x(), -fromHanging.y(), -fromHanging.z())
                : fromHanging;
        double along = Math.hypot(r.w(), r.y());
        Rotation twist = along > 0 ? new Rotation(r.w() / along, 0, r.y() / along, 0) : Rotation.IDENTITY;
        Rotation swing = r.times(twist.inverse());
        double sine = Math.hypot(swing.x(), swing.z());
        double elevation = Math.toDegrees(2 * Math.atan2(sine, swing.w()));
        double share = sine > 0 ? elevation / sine : 0;
        double turn = Math.toDegrees(2 * Math.atan2(twist.y(), twist.w()));
        return new ArmSwing(-share * swing.x(), (left ? share : -share) * swing.z(), left ? -turn : turn);
    }
}
