package org.posescope.eval.coco;

import java.util.List;

/**
 * Somebody as people annotated them.
 *
 * @param picture  id of the picture
 * @param points   17, COCO order
 * @param labelled how many of the points are labelled ({@code num_keypoints})
 * @param area     of the person's outline, square pixels
 * @param crowd    whether this stands for a group whose members are not told apart
 */
public record AnnotatedPerson(long picture, List<CocoPoint> points, int labelled, double area, CocoBox box,
        boolean crowd) {
    public AnnotatedPerson {
        points = List.copyOf(points);
    }

    /** Whether finding them counts neither for nor against. */
    public boolean ignored() {
        return crowd || labelled == 0;
    }
}
