package org.posescope.pose.bottomup.paf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.posescope.frame.Region;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzReader;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.Shared;

/** Against the authors' code ({@code lightweight3d_parse.npz} of the fixtures), which counts in centimetres. */
class JointReaderTest {
    private static final Map<String, NdArray> FIXTURE = NpzReader
            .readAll(Shared.file("fixtures/pre/lightweight3d_parse.npz"));
    private static final int ROWS = 32;
    private static final int COLUMNS = 56;
    private static final double CENTIMETRES = 100;
    private static final double FOCAL = 512;
    private static final double SCALE = 256.0 / 480;
    private static final int STRIDE = 8;
    /** Where the authors put each of OpenPose's points among Panoptic's. */
    private static final int[] TO_PANOPTIC = {1, 0, 9, 10, 11, 3, 4, 5, 12, 13, 14, 6, 7, 8, 15, 16, 17, 18};

    private static List<PeakGroup> people() {
        double[] found = FIXTURE.get("found_poses").toDoubles();
        List<PeakGroup> people = new ArrayList<>();
        int numbers = 3 * Skeletons.OPENPOSE18.size() + 1;
        for (int person = 0; person < found.length / numbers; person++) {
            PeakGroup group = new PeakGroup();
            for (int part = 0; part < Skeletons.OPENPOSE18.size(); part++) {
                int at = person * numbers + 3 * part;
                if (found[at] >= 0) {
                    group.add(part, new Peak((int) found[at], (int) found[at + 1], (float) found[at + 2], at), 0);
                }
            }
            people.add(group);
        }
        return people;
    }

    private static JointReader reader() {
        return new JointReader(Tensor.of(FIXTURE.get("features").toFloats(), 1, JointReader.MAPS, ROWS, COLUMNS));
    }

    private static void assertJoints(float[] joints, Vector3 translation, String expected, int person) {
        double[] wanted = FIXTURE.get(expected).toDoubles();
        for (int joint = 0; joint < Skeletons.PANOPTIC19.size(); joint++) {
            int at = (person * Skeletons.PANOPTIC19.size() + joint) * 4;
            assertThat(CENTIMETRES * (joints[3 * joint] + translation.x())).isCloseTo(wanted[at], within(1e-2));
            assertThat(CENTIMETRES * (joints[3 * joint + 1] + translation.y())).isCloseTo(wanted[at + 1],
                    within(1e-2));
            assertThat(CENTIMETRES * (joints[3 * joint + 2] + translation.z())).isCloseTo(wanted[at + 2],
                    within(1e-2));
        }
    }

    @Test
    void joints_are_read_where_the_authors_code_reads_them() {
        List<PeakGroup> people = people();
        for (int person = 0; person < people.size(); person++) {
            assertJoints(reader().read(people.get(person)).orElseThrow(), new Vector3(0, 0, 0), "root_relative_3d",
                    person);
        }
    }

    @Test
    void people_stand_where_the_authors_code_puts_them() {
        List<PeakGroup> people = people();
        for (int person = 0; person < people.size(); person++) {
            float[] joints = reader().read(people.get(person)).orElseThrow();
            ScaleAlignment alignment = new ScaleAlignment();
            for (int part = 0; part < TO_PANOPTIC.length; part++) {
                int at = 3 * TO_PANOPTIC[part];
                people.get(person).peak(part)
                        .ifPresent(peak -> alignment.add(joints[at], joints[at + 1],
                                peak.x() / 4.0 - COLUMNS / 2.0, peak.y() / 4.0 - ROWS / 2.0));
            }
            assertJoints(joints, alignment.translation(FOCAL * SCALE / STRIDE).orElseThrow(), "translated_3d", person);
        }
    }

    /** The authors' demo takes the corner of a pixel of the enlarged map for its middle; their evaluation does not, nor is it done here. */
    @Test
    void pixels_of_the_frame_are_those_of_the_authors_demo_and_half_a_pixel_of_the_enlarged_map_more() {
        float width = (float) (COLUMNS * STRIDE / SCALE);
        float height = (float) (ROWS * STRIDE / SCALE);
        FieldNetwork.Sight sight = new FieldNetwork.Sight(List.of(), Map.of(), ROWS, COLUMNS,
                new Region(width / 2, height / 2, width, height, 0));
        double half = STRIDE / SCALE / CubicEnlargement.FACTOR / 2;
        double[] wanted = FIXTURE.get("poses_2d_image").toDoubles();
        int numbers = 3 * Skeletons.PANOPTIC19.size() + 1;
        List<PeakGroup> people = people();
        for (int person = 0; person < people.size(); person++) {
            for (int part = 0; part < TO_PANOPTIC.length; part++) {
                int at = person * numbers + 3 * TO_PANOPTIC[part];
                double[] pixel = people.get(person).peak(part)
                        .map(peak -> new double[] {(int) (sight.frameX(peak) - half + 1e-3),
                            (int) (sight.frameY(peak) - half + 1e-3)})
                        .orElse(new double[] {-1, -1});
                assertThat(pixel).containsExactly(wanted[at], wanted[at + 1]);
            }
        }
    }

    @Test
    void somebody_without_a_neck_has_no_joints() {
        PeakGroup group = new PeakGroup();
        group.add(0, new Peak(10, 10, 1, 0), 0);

        assertThat(reader().read(group)).isEmpty();
    }

    @Test
    void points_on_one_spot_do_not_tell_where_a_person_is() {
        ScaleAlignment alignment = new ScaleAlignment();
        alignment.add(0, 0, 5, 5);
        alignment.add(0.2, 0.5, 5, 5);

        assertThat(alignment.translation(500)).isEmpty();
        assertThat(new ScaleAlignment().translation(500)).isEmpty();
    }
}
