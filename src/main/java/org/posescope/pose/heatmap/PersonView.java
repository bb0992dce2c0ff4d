package org.posescope.pose.heatmap;

import org.posescope.frame.Region;
import org.posescope.model.InputSpec;
import org.posescope.pose.Box;

/**
 * What a top-down network was trained to see of a person: the box brought to the input's proportions by widening it, and a quarter more
 * (deep-high-resolution-net.pytorch, {@code demo/demo.py box_to_center_scale}). The authors count coordinates from the centre of the
 * first pixel; boxes and points keep that convention, and only {@link #sampled} turns it into ours.
 *
 * @param width  of the network's input, pixels
 * @param height of the network's input, pixels
 */
public record PersonView(int width, int height) {
    private static final float PADDING = 1.25f;
    private static final float HALF_PIXEL = 0.5f;

    public static PersonView of(InputSpec input) {
        return new PersonView(input.width(), input.height());
    }

    /** The region for somebody in a box of the frame. */
    public Region region(Box box) {
        float proportion = (float) width / height;
        float wide = Math.max(box.width(), box.height() * proportion) * PADDING;
        return new Region(box.centerX(), box.centerY(), wide, wide / proportion, 0);
    }

    /** The part of the frame to sample, in coordinates that count from the corner of the first pixel. */
    Region sampled(Region region) {
        return new Region(region.centerX() + (1 - region.width() / width) / 2,
                region.centerY() + (1 - region.height() / height) / 2, region.width(), region.height(),
                region.rotation());
    }

    /**
     * Likewise with unbiased data processing: the centres of the first and last pixels of the input lie on the sides of the region
     * (mmpose, {@code structures/bbox/transforms.py get_udp_warp_matrix}).
     */
    Region sampledBetweenCentres(Region region) {
        return new Region(region.centerX() + HALF_PIXEL, region.centerY() + HALF_PIXEL,
                region.width() * width / (width - 1), region.height() * height / (height - 1), region.rotation());
    }
}
