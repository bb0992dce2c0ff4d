package org.posescope.pipeline.people.sighting;

import org.posescope.frame.Region;
import org.posescope.pose.Box;

/** Compares regions that pose networks look at. */
public final class Regions {
    private Regions() {}

    /** Intersection over union of the regions' upright squares, 0..1; the turn of a body does not matter here. */
    static float overlap(Region a, Region b) {
        return square(a).iou(square(b));
    }

    private static Box square(Region region) {
        return new Box(region.centerX() - region.width() / 2, region.centerY() - region.height() / 2, region.width(),
                region.height());
    }

    /** Whether a network can make anything of the region. */
    public static boolean usable(Region region, int frameWidth, int frameHeight) {
        boolean finite = Float.isFinite(region.centerX() + region.centerY() + region.rotation());
        return finite && region.width() >= 8 && region.height() >= 8
                && square(region).intersection(new Box(0, 0, frameWidth, frameHeight)) > 0;
    }
}
