package org.posescope.pipeline.people.sighting;

import java.util.List;

import org.posescope.pose.Box;
import org.posescope.pose.Person;

/**
 * Leaves out those of a single picture who are far behind the others and too small to be measured. Where all are small nobody is. In
 * moving pictures everybody counts: they come nearer, and are seen more than once.
 */
public final class Background {
    /** At three times the distance of somebody a body is a third as long in the picture. */
    private static final float FAR = 1 / 3f;
    /** Pixels, of the longer side of the box: a forearm is seven of them long. */
    private static final float SMALL = 60;

    private Background() {}

    /** The longer side of a box in pixels. */
    public static float size(Box box) {
        return Math.max(box.width(), box.height());
    }

    /**
     * Those who are not in the background.
     *
     * @param largest pixels, {@link #size} of the largest body of the picture
     */
    public static List<Person> without(List<Person> people, float largest) {
        return people.stream()
                .filter(person -> size(person.box()) >= SMALL || size(person.box()) >= FAR * largest).toList();
    }
}
