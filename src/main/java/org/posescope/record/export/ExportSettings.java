package org.posescope.record.export;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.posescope.body.BodyModel;
import org.posescope.measure.band.NormalBands;
import org.posescope.pose.Skeleton;
import org.posescope.record.Coordinates;
import org.posescope.record.motion.LengthUnit;

/**
 * What exports need to know of a run.
 *
 * @param preset     name of the preset that gives the results
 * @param skeletons  all that the people may have points of
 * @param body       whose parameters people have; empty when they get no body
 * @param identities whether people have the same id from frame to frame
 * @param unit       of BVH files
 * @param coordinates of the people's places in space
 * @param names      that the user gave to some of the people, by their ids
 * @param normal     what is normal for angles, shown in reports
 */
public record ExportSettings(String preset, List<Skeleton> skeletons, Optional<BodyModel> body, boolean identities,
        LengthUnit unit, Coordinates coordinates, Map<Integer, String> names, NormalBands normal) {
    public ExportSettings {
        names = Map.copyOf(names);
        skeletons = List.copyOf(skeletons);
    }

    /** Settings of people who have no names. */
    public ExportSettings(String preset, List<Skeleton> skeletons, Optional<BodyModel> body, boolean identities,
            LengthUnit unit, Coordinates coordinates, NormalBands normal) {
        this(preset, skeletons, body, identities, unit, coordinates, Map.of(), normal);
    }
}
