package org.posescope.pose;

/**
 * Where a camera stands in the world: a point of the world is at {@code R * point + t} in the camera frame. Metres; the world's axes are
 * those of CMU Panoptic: y points down, and the floor is where it is 0.
 */
public final class Extrinsics {
    private static final int SIDE = 3;
    /** Of the product of a matrix with its transpose from the identity: published matrices are rounded. */
    private static final double TOLERANCE = 0.01;

    private final double[] inverse;
    private final Quaternion turn;
    private final Vector3 translation;

    /**
     * @param rotation    R, row by row
     * @param translation t
     * @throws IllegalArgumentException saying why R is no rotation, or that a number is not finite
     */
    public Extrinsics(double[] rotation, Vector3 translation) {
        if (rotation.length != Rotations.MATRIX) {
            throw new IllegalArgumentException("R is not 3x3");
        }
        double determinant = determinant(rotation);
        if (!Double.isFinite(determinant + translation.x() + translation.y() + translation.z())) {
            throw new IllegalArgumentException("R and t have to be numbers");
        }
        if (Math.abs(determinant) < TOLERANCE) {
            throw new IllegalArgumentException("R is singular");
        }
        if (determinant < 0 || !isOrthonormal(rotation)) {
            throw new IllegalArgumentException("R is no rotation");
        }
        this.inverse = inverse(rotation, determinant);
        float[] transposed = new float[Rotations.MATRIX];
        for (int i = 0; i < transposed.length; i++) {
            transposed[i] = (float) rotation[i % SIDE * SIDE + i / SIDE];
        }
        this.turn = Rotations.quaternionOfMatrix(transposed, 0);
        this.translation = translation;
    }

    private static double determinant(double[] m) {
        return m[0] * (m[4] * m[8] - m[5] * m[7]) - m[1] * (m[3] * m[8] - m[5] * m[6])
                + m[2] * (m[3] * m[7] - m[4] * m[6]);
    }

    private static boolean isOrthonormal(double[] m) {
        for (int row = 0; row < SIDE; row++) {
            for (int other = 0; other < SIDE; other++) {
                double product = 0;
                for (int k = 0; k < SIDE; k++) {
                    product += m[SIDE * row + k] * m[SIDE * other + k];
                }
                if (Math.abs(product - (row == other ? 1 : 0)) > TOLERANCE) {
                    return false;
                }
            }
        }
        return true;
    }

    private static double[] inverse(double[] m, double determinant) {
        double[] cofactors = {m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
            m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
            m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]};
        for (int i = 0; i < cofactors.length; i++) {
            cofactors[i] /= determinant;
        }
        return cofactors;
    }

    /** A point of the camera frame in the world. */
    public Vector3 toWorld(Vector3 point) {
        return directionToWorld(new Vector3(point.x() - translation.x(), point.y() - translation.y(),
                point.z() - translation.z()));
    }

    /** The difference of two points of the camera frame in the world. */
    public Vector3 directionToWorld(Vector3 d) {
        return new Vector3((float) (inverse[0] * d.x() + inverse[1] * d.y() + inverse[2] * d.z()),
                (float) (inverse[3] * d.x() + inverse[4] * d.y() + inverse[5] * d.z()),
                (float) (inverse[6] * d.x() + inverse[7] * d.y() + inverse[8] * d.z()));
    }

    /** The rotation from the axes of the camera to those of the world. */
    public Quaternion turn() {
        return turn;
    }
}
