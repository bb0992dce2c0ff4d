package org.posescope.body.fit;

/** Something that is wanted of a pose: a weighted sum of squares. */
interface Term {
    /** How far the pose is from it. */
    double cost(BodyPose pose);

    /** Adds its residuals at this pose to the equations. */
    void addTo(Equations equations, BodyPose pose);
}
