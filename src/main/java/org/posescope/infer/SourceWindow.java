package org.posescope.infer;

import org.posescope.frame.Region;
import org.posescope.model.InputSpec;

/**
 * The upright part of a frame that a region needs, and how often it is halved before it is sampled. Sides and upper left
 * corner are multiples of {@code 2^halvings}, so that the same pixels of the frame are averaged wherever the region moves.
 *
 * @param left     pixels of the frame, inside it
 * @param top      pixels of the frame, inside it
 * @param width    pixels of the frame, at least one after halving
 * @param height   pixels of the frame, likewise
 * @param halvings 0 unless the region has at least twice as many pixels as the input in both directions
 */
record SourceWindow(int left, int top, int width, int height, int halvings) {

    static SourceWindow of(Region region, InputSpec input, int frameWidth, int frameHeight) {
        double scale = Math.min(Math.abs(region.width()) / input.width(), Math.abs(region.height()) / input.height());
        int wanted = Math.max(0, Math.getExponent(scale));
        int possible = Math.getExponent((double) Math.min(frameWidth, frameHeight));
        int halvings = Math.min(wanted, possible);

        double cos = Math.abs(Math.cos(region.rotation()));
        double sin = Math.abs(Math.sin(region.rotation()));
        double halfWidth = (Math.abs(region.width()) * cos + Math.abs(region.height()) * sin) / 2;
        double halfHeight = (Math.abs(region.width()) * sin + Math.abs(region.height()) * cos) / 2;
        Span columns = Span.of(region.centerX() - halfWidth, region.centerX() + halfWidth, frameWidth, 1 << halvings);
        Span rows = Span.of(region.centerY() - halfHeight, region.centerY() + halfHeight, frameHeight, 1 << halvings);
        return new SourceWindow(columns.start(), rows.start(), columns.length(), rows.length(), halvings);
    }

    /** Pixels of the frame in one of the halved window, along each axis. */
    int pixelSide() {
        return 1 << halvings;
    }

    private record Span(int start, int length) {
        /**
         * The blocks of pixels that {@code from..to} touches and one more on each side for the interpolation. A last block that
         * the frame does not fill is left out; a span beside the frame gives the nearest block.
         */
        static Span of(double from, double to, int frameSide, int block) {
            int blocks = frameSide / block;
            int first = (int) Math.clamp(Math.floor(from / block) - 1, 0, blocks - 1);
            int end = (int) Math.clamp(Math.ceil(to / block) + 1, first + 1, blocks);
            return new Span(first * block, (end - first) * block);
        }
    }
}
