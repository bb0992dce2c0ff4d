package org.posescope.workshop.body;

import java.util.List;

import org.posescope.body.Expression;

/** MakeHuman's targets of each expression: those that make it together. */
final class ExpressionTargets {
    private ExpressionTargets() {}

    static List<String> of(Expression expression) {
        return switch (expression) {
            case BLINK_LEFT -> List.of("eye-left-closure");
            case BLINK_RIGHT -> List.of("eye-right-closure");
            case SMILE -> List.of("mouth-corner-puller");
            case FROWN -> List.of("mouth-depression");
            case PUCKER -> List.of("mouth-pursing");
            case BROWS_UP -> List.of("eyebrows-left-up", "eyebrows-right-up", "eyebrows-left-inner-up",
                    "eyebrows-right-inner-up");
            case BROWS_DOWN -> List.of("eyebrows-left-down", "eyebrows-right-down");
            case LIPS_APART -> List.of("mouth-part-later");
            case MOUTH_WIDE -> List.of("mouth-retraction");
            case NOSE_WRINKLED -> List.of("nose-left-elevation", "nose-right-elevation");
        };
    }
}
