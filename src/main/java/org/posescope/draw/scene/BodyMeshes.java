package org.posescope.draw.scene;

import java.util.List;
import java.util.Optional;

import org.posescope.body.BodyModel;
import org.posescope.draw.mesh.Mesh;
import org.posescope.draw.mesh.PinholeCamera;
import org.posescope.pose.Person;

/** Gives the posed bodies of people in a picture. Called by the thread that draws. */
public interface BodyMeshes {
    /** The camera that the bodies were placed for, for a picture of the given size. */
    PinholeCamera camera(int width, int height);

    /**
     * The bodies in the frame of the people, whose y points down; people without a body are left out. The meshes are read until the next call
     * and may be the same objects each time. What swings goes on from the call before, so people of another frame of reference need
     * another instance.
     *
     * @param ptsMicros of the frame that the people are in
     */
    List<Mesh> of(List<Person> people, long ptsMicros);

    /** Whether over a picture they hide the people rather than let them be seen through. */
    default boolean covers() {
        return false;
    }

    /** The model that the parameters of people are of, where there is one. */
    default Optional<BodyModel> model() {
        return Optional.empty();
    }
}
