package org.posescope.body.fit;

/**
 * A point of the body that a landmark shows.
 *
 * @param landmark its position in the skeleton of the landmarks
 * @param joint    whose coordinates it moves with
 * @param place    where it is before posing
 */
record BodyPoint(int landmark, int joint, RestPlace place) {
    /** Finds a point in the rest pose of a shape. */
    @FunctionalInterface
    interface RestPlace {
        /**
         * Writes x, y, z, metres.
         *
         * @param joints   x, y, z of each joint
         * @param vertices x, y, z of each vertex
         */
        void put(float[] joints, float[] vertices, double[] out, int at);
    }

    static BodyPoint atJoint(int landmark, int joint) {
        return new BodyPoint(landmark, joint, (joints, vertices, out, at) -> copy(joints, joint, out, at));
    }

    static BodyPoint atVertex(int landmark, int joint, int vertex) {
        return new BodyPoint(landmark, joint, (joints, vertices, out, at) -> copy(vertices, vertex, out, at));
    }

    /**
     * Beside a joint, towards where the body faces.
     *
     * @param forward as a fraction of the distance between the joint and its parent
     */
    static BodyPoint beside(int landmark, int joint, int neighbour, double forward) {
        return new BodyPoint(landmark, joint, (joints, vertices, out, at) -> {
            copy(joints, neighbour, out, at);
            double length = Math.hypot(joints[3 * neighbour] - joints[3 * joint],
                    Math.hypot(joints[3 * neighbour + 1] - joints[3 * joint + 1],
                            joints[3 * neighbour + 2] - joints[3 * joint + 2]));
            out[at + 2] += forward * length;
        });
    }

    private static void copy(float[] from, int index, double[] out, int at) {
        for (int axis = 0; axis < 3; axis++) {
            out[at + axis] = from[3 * index + axis];
        }
    }
}
