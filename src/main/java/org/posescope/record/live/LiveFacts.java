package org.posescope.record.live;

import java.util.List;
import java.util.Optional;

import org.posescope.body.BodyModel;
import org.posescope.frame.SourceInfo;
import org.posescope.pose.Skeleton;
import org.posescope.record.Coordinates;

/**
 * What other programs need to know of a run before its frames.
 *
 * @param preset      name of the preset that gives the results
 * @param skeletons   all that the people may have points of
 * @param body        whose parameters people have; empty when they get no body
 * @param coordinates of the people's places in space
 */
public record LiveFacts(SourceInfo source, String preset, List<Skeleton> skeletons, Optional<BodyModel> body,
        Coordinates coordinates) {
    public LiveFacts {
        skeletons = List.copyOf(skeletons);
    }
}
