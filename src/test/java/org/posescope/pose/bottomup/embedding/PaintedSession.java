package org.posescope.pose.bottomup.embedding;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import org.posescope.testkit.StandInSession;

/** A network that sees, in whatever picture, the people that it is told to see in each call. */
final class PaintedSession {
    private static final double HEAT = 0.85;

    private PaintedSession() {}

    /** @param people of each call, counted from 0 */
    static StandInSession of(IntFunction<List<DrawnBody>> people) {
        return new StandInSession((picture, call) -> {
            EmbeddingPainter painter = new EmbeddingPainter(picture.dimension(2), picture.dimension(3));
            people.apply(call).forEach(person -> painter.paint(person, HEAT));
            return Map.of("renamed_fine", painter.fineHeatmaps(), "renamed_coarse", painter.heatmapsAndTags());
        });
    }
}
