package org.posescope.workshop.demo.motion;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;

/** A point of the floor and a direction to look in. */
public record Standpoint(double x, double z, double heading) {
    Vec3 point() {
        return new Vec3(x, 0, z);
    }

    Vec3 forward() {
        return turn().apply(Vec3.Z);
    }

    Rotation turn() {
        return Rotation.about(Vec3.Y, heading);
    }

    /** The place so far to the left of this, with the same heading. */
    Standpoint left(double metres) {
        Vec3 moved = point().plus(metres, turn().apply(Vec3.X));
        return new Standpoint(moved.x(), moved.z(), heading);
    }

    Standpoint turned(double angle) {
        return new Standpoint(x, z, heading + angle);
    }
}
