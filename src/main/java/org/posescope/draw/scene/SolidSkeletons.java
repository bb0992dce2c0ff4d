package org.posescope.draw.scene;

import java.util.ArrayList;
import java.util.List;

import org.posescope.draw.mesh.Mesh;

/** Solid joints and bones of any number of people, made once for each and posed again and again. Used by one thread at a time. */
final class SolidSkeletons {
    private final SphereMesh sphere = new SphereMesh();
    private final List<SolidSkeleton> figures = new ArrayList<>();

    /** The mesh of a skeleton; valid until another is posed with the same number. */
    Mesh pose(int number, Skeleton3d wanted) {
        if (number == figures.size()) {
            figures.add(new SolidSkeleton(wanted.joints().skeleton(), sphere));
        } else if (!figures.get(number).skeleton().equals(wanted.joints().skeleton())) {
            figures.set(number, new SolidSkeleton(wanted.joints().skeleton(), sphere));
        }
        SolidSkeleton figure = figures.get(number);
        figure.pose(wanted.id(), wanted.joints(), wanted.translation());
        return figure.mesh();
    }
}
