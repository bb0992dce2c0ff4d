package org.posescope.pose.bottomup.paf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import org.posescope.tensor.Tensor;
import org.posescope.testkit.StandInSession;

/** In place of a trained network: paints the maps of people who are known, for one run after the other. */
public final class PaintedSession {
    private static final int STRIDE = 8;

    private PaintedSession() {}

    /**
     * @param peopleOfRun the people by the number of the run, from 0
     * @param inSpace     whether coordinate maps are painted too
     */
    public static StandInSession of(IntFunction<List<DrawnPerson>> peopleOfRun, boolean inSpace) {
        return new StandInSession((picture, run) -> {
            MapPainter painter = new MapPainter(picture.dimension(2) / STRIDE, picture.dimension(3) / STRIDE);
            List<DrawnPerson> people = peopleOfRun.apply(run);
            people.forEach(painter::paint);
            Map<String, Tensor> maps = new LinkedHashMap<>();
            if (inSpace) {
                maps.put("features", painter.coordinates(people));
            }
            maps.put("heatmaps", painter.heatmaps());
            maps.put("pafs", painter.fields());
            return maps;
        });
    }
}
