package org.posescope.draw.avatar;

import java.util.Arrays;
import java.util.Optional;

import org.posescope.body.Expression;
import org.posescope.pose.FingersAndFace;
import org.posescope.pose.Quaternion;

/** What the face of a person does that an avatar can do too, as VRM names it. */
enum FaceMovement {
    BLINK_LEFT("blinkLeft", "blink_l", true), BLINK_RIGHT("blinkRight", "blink_r", true), BLINK("blink", "blink", true),
    OPEN("aa", "a", false), POUT("ou", "u", false), SMILE("happy", "joy", false);

    /** A jaw that is open so far says an "ah" with all its might, radians. */
    private static final double WIDE_OPEN = Math.toRadians(32);

    private final String version1;
    private final String version0;
    private final boolean eyes;

    FaceMovement(String version1, String version0, boolean eyes) {
        this.version1 = version1;
        this.version0 = version0;
        this.eyes = eyes;
    }

    /** By the name of a preset of version 1.0. */
    static Optional<FaceMovement> ofVersion1(String preset) {
        return Arrays.stream(values()).filter(each -> each.version1.equals(preset)).findFirst();
    }

    /** By the name of a preset of version 0.x. */
    static Optional<FaceMovement> ofVersion0(String preset) {
        return Arrays.stream(values()).filter(each -> each.version0.equals(preset)).findFirst();
    }

    boolean ofEyes() {
        return eyes;
    }

    boolean ofMouth() {
        return this == OPEN || this == POUT;
    }

    /**
     * How far somebody does it, 0..1. Both eyes blink as far as the more open one.
     *
     * @param named whether the components of the face are those of {@link Expression}; otherwise the jaw alone is known
     */
    double share(FingersAndFace face, boolean named) {
        if (this == OPEN) {
            Quaternion jaw = face.jaw();
            double half = Math.atan2(Math.hypot(jaw.x(), Math.hypot(jaw.y(), jaw.z())), Math.abs(jaw.w()));
            return Math.min(1, 2 * half / WIDE_OPEN);
        }
        if (!named) {
            return 0;
        }
        return Math.clamp(switch (this) {
            case BLINK_LEFT -> component(face, Expression.BLINK_LEFT);
            case BLINK_RIGHT -> component(face, Expression.BLINK_RIGHT);
            case BLINK -> Math.min(component(face, Expression.BLINK_LEFT), component(face, Expression.BLINK_RIGHT));
            case POUT -> component(face, Expression.PUCKER);
            default -> component(face, Expression.SMILE);
        }, 0, 1);
    }

    private static double component(FingersAndFace face, Expression expression) {
        return face.expression().get(expression.component());
    }
}
