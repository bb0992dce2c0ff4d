package org.posescope.record.motion.gltf;

import org.posescope.body.BodyModel;
import org.posescope.body.BodyPoser;
import org.posescope.pose.Rotations;
import org.posescope.record.motion.RestSkeleton;

/** A body before posing. */
final class RestBody {
    private final float[] vertices;
    private final float[] normals;
    private final RestSkeleton skeleton;

    private RestBody(float[] vertices, float[] normals, RestSkeleton skeleton) {
        this.vertices = vertices;
        this.normals = normals;
        this.skeleton = skeleton;
    }

    static RestBody of(BodyModel model, BodyPoser poser, float[] betas) {
        float[] unturned = new float[model.parents().length * Rotations.MATRIX];
        for (int joint = 0; joint < model.parents().length; joint++) {
            Rotations.putMatrix(0, 0, 0, unturned, joint * Rotations.MATRIX);
        }
        poser.pose(unturned, betas, new float[3]);
        return new RestBody(model.restVertices(betas), poser.computeNormals().clone(),
                new RestSkeleton(model, betas));
    }

    /** X, y, z of each vertex, metres. Not a copy. */
    float[] vertices() {
        return vertices;
    }

    /** Unit normals at the vertices. Not a copy. */
    float[] normals() {
        return normals;
    }

    RestSkeleton skeleton() {
        return skeleton;
    }
}
