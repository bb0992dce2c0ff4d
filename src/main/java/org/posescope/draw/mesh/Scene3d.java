package org.posescope.draw.mesh;

import java.util.List;

/**
 * What a 3D view shows. World coordinates have the axes of the source camera: metres, x right, y down, z forward.
 *
 * @param meshes    bodies, drawn without being copied
 * @param skeletons joints and bones
 * @param floor     y of the floor, for example that of the lowest foot
 */
public record Scene3d(List<Mesh> meshes, List<Skeleton3d> skeletons, double floor) {
    public Scene3d {
        meshes = List.copyOf(meshes);
        skeletons = List.copyOf(skeletons);
    }
}
