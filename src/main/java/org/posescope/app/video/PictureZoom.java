package org.posescope.app.video;

import org.posescope.draw.PictureFit;

/**
 * How near a picture is looked at.
 *
 * @param factor at least 1, where all of it is seen
 * @param x      of the picture that is in the middle of the pane, 0..1
 * @param y      likewise
 */
record PictureZoom(double factor, double x, double y) {
    static final PictureZoom ALL = new PictureZoom(1, 0.5, 0.5);
    private static final double NEAREST = 16;

    /** Where the picture lies then; nothing beside it is seen while it is larger than the pane. */
    PictureFit fit(double pictureWidth, double pictureHeight, double paneWidth, double paneHeight) {
        PictureFit all = PictureFit.of(pictureWidth, pictureHeight, paneWidth, paneHeight);
        if (factor <= 1 || all.scale() == 0) {
            return all;
        }
        double scale = factor * all.scale();
        return new PictureFit(scale, start(x, scale * pictureWidth, paneWidth),
                start(y, scale * pictureHeight, paneHeight));
    }

    private static double start(double middle, double length, double room) {
        return Math
                .rint(length <= room ? (room - length) / 2 : Math.clamp(room / 2 - middle * length, room - length, 0));
    }

    /** What lies in the middle of a pane under a fit, so that moving goes on from what is seen. */
    private static double middle(double start, double length, double room) {
        return length <= 0 ? 0.5 : (room / 2 - start) / length;
    }

    /**
     * Nearer or farther, with what is at a place of the pane staying there.
     *
     * @param times  the factor as it is
     * @param screenX of the place that stays
     * @param screenY likewise
     */
    PictureZoom nearer(double times, double screenX, double screenY, Room room) {
        double wanted = Math.clamp(factor * times, 1, NEAREST);
        PictureFit now = room.fit(this);
        double scale = room.fit(ALL).scale() * wanted;
        double left = screenX - scale * now.pictureX(screenX);
        double top = screenY - scale * now.pictureY(screenY);
        return at(wanted, left, top, room);
    }

    /** The same moved on the screen, as far as there is picture. */
    PictureZoom moved(double screenX, double screenY, Room room) {
        PictureFit now = room.fit(this);
        return at(factor, now.left() + screenX, now.top() + screenY, room);
    }

    private static PictureZoom at(double factor, double left, double top, Room room) {
        double scale = room.fit(ALL).scale() * factor;
        PictureFit kept = room.fit(new PictureZoom(factor,
                middle(left, scale * room.pictureWidth(), room.paneWidth()),
                middle(top, scale * room.pictureHeight(), room.paneHeight())));
        return new PictureZoom(factor, middle(kept.left(), scale * room.pictureWidth(), room.paneWidth()),
                middle(kept.top(), scale * room.pictureHeight(), room.paneHeight()));
    }

    /** Sizes of picture and pane. */
    record Room(double pictureWidth, double pictureHeight, double paneWidth, double paneHeight) {
        PictureFit fit(PictureZoom zoom) {
            return zoom.fit(pictureWidth, pictureHeight, paneWidth, paneHeight);
        }
    }
}
