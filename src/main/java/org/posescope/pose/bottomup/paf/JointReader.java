package org.posescope.pose.bottomup.paf;

import java.util.Arrays;
import java.util.Optional;

import org.posescope.pose.Skeletons;
import org.posescope.tensor.Tensor;

/**
 * Reads the joints of a person off coordinate maps: all of them at the neck, and those of a limb, which there are not exact, again at
 * the outermost point of the limb that was found (Mehta et al. 2018, "Single-Shot Multi-Person 3D Pose Estimation From Monocular RGB";
 * places and order of lightweight-human-pose-estimation-3d-demo.pytorch, {@code modules/parse_poses.py}).
 */
final class JointReader {
    /** Coordinate maps: x, y, z of each joint. */
    static final int MAPS = 3 * Skeletons.PANOPTIC19.size();

    /** Coordinates are in heights of an average person; this many metres. */
    private static final float PERSON_METRES = 1.8f;
    private static final int NECK = Skeletons.OPENPOSE18.index("neck");
    /** Joints that are read again, by the point at which: the first that was found of each row. */
    private static final int[][] LIMBS = {{18, 17, 1}, {16, 15, 1}, {5, 4, 3}, {8, 7, 6}, {11, 10, 9}, {14, 13, 12}};
    /** The point in the plane that stands for each joint when limbs are read; the authors leave eyes and ears in OpenPose's order. */
    private static final int[] POINTS = {1, 0, -1, 5, 6, 7, 11, 12, 13, 2, 3, 4, 8, 9, 10, 14, 15, 16, 17};

    private final Tensor maps;

    /** @param maps batch of one, {@link #MAPS} maps */
    JointReader(Tensor maps) {
        this.maps = maps;
    }

    /**
     * The joints in the order of {@link Skeletons#PANOPTIC19}, x, y, z each, metres, camera axes, relative to a root that the network
     * chooses; empty for somebody whose neck was not found.
     */
    Optional<float[]> read(PeakGroup person) {
        Optional<Peak> neck = person.peak(NECK);
        if (neck.isEmpty()) {
            return Optional.empty();
        }
        float[] joints = new float[MAPS];
        for (int joint = 0; joint < Skeletons.PANOPTIC19.size(); joint++) {
            read(joint, neck.get(), joints);
        }
        for (int[] limb : LIMBS) {
            Arrays.stream(limb).mapToObj(joint -> person.peak(POINTS[joint])).flatMap(Optional::stream).findFirst()
                    .ifPresent(place -> Arrays.stream(limb).forEach(joint -> read(joint, place, joints)));
        }
        return Optional.of(joints);
    }

    private void read(int joint, Peak place, float[] joints) {
        int rows = maps.dimension(2);
        int columns = maps.dimension(3);
        int cell = place.y() / CubicEnlargement.FACTOR * columns + place.x() / CubicEnlargement.FACTOR;
        for (int axis = 0; axis < 3; axis++) {
            joints[3 * joint + axis] = PERSON_METRES * maps.get((3 * joint + axis) * rows * columns + cell);
        }
    }
}
