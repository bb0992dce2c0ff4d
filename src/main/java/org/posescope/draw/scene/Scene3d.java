package org.posescope.draw.scene;

import java.util.List;
import java.util.OptionalDouble;

import org.posescope.draw.mesh.Mesh;

/**
 * What a 3D view shows. World coordinates have the axes of the source camera: metres, x right, y down, z forward.
 *
 * @param meshes    bodies, drawn without being copied
 * @param skeletons joints and bones
 * @param floor     y of the floor, for example that of the lowest foot; empty for none
 * @param opacity   of the bodies, 0 to 1; what is inside is seen through less than 1
 */
public record Scene3d(List<Mesh> meshes, List<Skeleton3d> skeletons, OptionalDouble floor,
        double opacity) {
    public Scene3d {
        meshes = List.copyOf(meshes);
        skeletons = List.copyOf(skeletons);
    }

    /** With a floor, and bodies that hide what is behind. */
    public Scene3d(List<Mesh> meshes, List<Skeleton3d> skeletons, double floor) {
        this(meshes, skeletons, OptionalDouble.of(floor), 1);
    }
}
