package org.posescope.draw;

import java.util.Optional;

import org.posescope.draw.raster.Argb;
import org.posescope.pose.Box;
import org.posescope.pose.Hand;
import org.posescope.pose.Person;
import org.posescope.pose.Skeleton;

/** The fingers of both hands as lines with white joints, as thin as the hand is small. */
final class HandLayer implements FlatLayer {
    private static final double LINE_OF_HAND = 0.024;
    private static final double THINNEST = 0.9;
    private static final double DOT = 1.5;

    @Override
    public void draw(Brush brush, OverlayScene scene) {
        for (Person person : scene.people()) {
            draw(brush, scene, person, Skeleton.Side.LEFT, person.details().leftHand());
            draw(brush, scene, person, Skeleton.Side.RIGHT, person.details().rightHand());
        }
    }

    private static void draw(Brush brush, OverlayScene scene, Person person, Skeleton.Side side, Optional<Hand> seen) {
        seen.ifPresent(hand -> {
            Box box = Box.around(hand.points().points());
            double size = scene.fit().scale() * Math.max(box.width(), box.height());
            double thickness = Math.clamp(LINE_OF_HAND * size, THINNEST, scene.sizes().thickest())
                    * scene.emphasis(person);
            ThinLines lines = new ThinLines(brush, scene.fit(), thickness, scene.opacity(person));
            lines.draw(hand.points(), Palette.limb(person.id(), side));
            lines.dots(hand.points(), DOT, Argb.WHITE);
        });
    }
}
