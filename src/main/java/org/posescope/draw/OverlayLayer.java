package org.posescope.draw;

import java.util.List;

import org.posescope.draw.raster.Canvas;
import org.posescope.pose.Person;

/** One kind of drawing over a picture, in pixels of the source frame. Used by one thread at a time. */
@FunctionalInterface
public interface OverlayLayer {
    /**
     * Draws over the whole picture.
     *
     * @param canvas    as large as the frame that the people were found in
     * @param ptsMicros of that frame
     */
    void draw(Canvas canvas, List<Person> people, long ptsMicros, HudFigures figures);
}
