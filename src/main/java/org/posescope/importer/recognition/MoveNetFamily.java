package org.posescope.importer.recognition;

import java.util.List;
import java.util.Optional;

import org.posescope.model.Task;

/**
 * MoveNet as Google publishes it for TensorFlow Lite, and as it is converted to ONNX: 17 points of one person, or six people with their
 * points and boxes, y before x, in units of the input.
 */
final class MoveNetFamily implements NetworkFamily {
    private static final int POINTS = 17;
    private static final int POINT_VALUES = 3;
    private static final int PEOPLE = 6;
    private static final int PERSON_VALUES = 56;
    private static final int LIGHTNING = 192;
    private static final int MULTIPOSE = 256;

    @Override
    public Optional<Guess> recognize(FileHeader header, PictureInput picture) {
        return header.onlyOutput().flatMap(output -> {
            if (has(output, List.of(1, POINTS, POINT_VALUES))) {
                return Optional.of(guess("MoveNet SinglePose", Task.POSE_2D, picture.orSize(LIGHTNING, LIGHTNING),
                        "movenet-points", "the output " + output.described() + " is y, x and score of 17 points"));
            }
            return has(output, List.of(PEOPLE, PERSON_VALUES))
                    ? Optional.of(guess("MoveNet MultiPose", Task.POSE_BOTTOM_UP, picture.orSize(MULTIPOSE, MULTIPOSE),
                            "movenet-people",
                            "the output " + output.described() + " is six people, each 17 points and a box"))
                    : Optional.empty();
        });
    }

    /** Whether an output has such sides behind the batch. */
    private static boolean has(Port output, List<Integer> sides) {
        return output.rank() == sides.size() + 1 && output.shape().subList(1, output.rank()).equals(sides);
    }

    private static Guess guess(String title, Task task, PictureInput picture, String decoder, String reason) {
        return new Guess(title, task, picture, PixelHabit.LEVELS_RGB, decoder, Optional.of("coco17"), reason);
    }
}
