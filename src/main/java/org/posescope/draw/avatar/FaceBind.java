package org.posescope.draw.avatar;

/**
 * That a movement of the face needs a target of a mesh.
 *
 * @param node   that shows the mesh; -1: any
 * @param mesh   where it is named itself; -1: that of the node
 * @param target its place among those of the mesh
 * @param share  of the target for the whole movement
 */
record FaceBind(FaceMovement movement, int node, int mesh, int target, double share) {
    boolean of(int otherNode, int otherMesh) {
        return node == otherNode || mesh == otherMesh;
    }
}
