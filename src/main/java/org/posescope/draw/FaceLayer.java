package org.posescope.draw;

import org.posescope.draw.raster.Argb;
import org.posescope.pose.Box;
import org.posescope.pose.Face;
import org.posescope.pose.Person;

/** The outlines of a face, its eyes, eyebrows and lips, in fine lines that leave the face itself visible. */
final class FaceLayer implements FlatLayer {
    private static final double LINE_OF_FACE = 0.008;
    private static final double THINNEST = 0.7;
    private static final double WHITE = 0.45;

    @Override
    public void draw(Brush brush, OverlayScene scene) {
        for (Person person : scene.people()) {
            person.details().face().ifPresent(face -> draw(brush, scene, person, face));
        }
    }

    private static void draw(Brush brush, OverlayScene scene, Person person, Face face) {
        Box box = Box.around(face.points().points());
        double size = scene.fit().scale() * Math.max(box.width(), box.height());
        double thickness = Math.clamp(LINE_OF_FACE * size, THINNEST, scene.sizes().thickest())
                * scene.emphasis(person);
        new ThinLines(brush, scene.fit(), thickness, scene.opacity(person)).draw(face.points(),
                Argb.mix(Palette.person(person.id()), Argb.WHITE, WHITE));
    }
}
