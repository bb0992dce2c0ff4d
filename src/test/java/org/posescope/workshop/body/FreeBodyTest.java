package org.posescope.workshop.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.posescope.body.BodyModel;
import org.posescope.body.BodyModelReader;
import org.posescope.body.BodyPoser;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Skeletons;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzReader;
import org.posescope.workshop.body.mesh.Triangle;
import org.posescope.workshop.body.surface.BodyPart;

/** The committed body file: what an artist and a programmer expect of a body model. */
class FreeBodyTest {
    static final Path FILE = Path.of("models", "body", "posescope-body.npz");

    private static final int JOINTS = BodyParameters.JOINTS;
    private static final double STATURE = 1.66;

    private final Map<String, NdArray> arrays = NpzReader.readAll(FILE);
    private final BodyModel model = BodyModelReader.read(FILE);
    private final int[] faces = model.faces();
    private final Vec3[] template = Bodies.points(model.restVertices(new float[BodyParameters.BETAS]));
    private final double[] weights = arrays.get("weights").toDoubles();

    @Test
    void the_file_is_a_body_model_of_about_7000_vertices_and_stays_small() throws IOException {
        assertThat(model.vertexCount()).isBetween(6500, 7500);
        assertThat(model.shapeComponents()).isEqualTo(BodyParameters.BETAS);
        assertThat(model.hasPoseBlend()).isTrue();
        assertThat(Files.size(FILE)).isLessThan(6_000_000);
    }

    @Test
    void the_surface_is_closed_and_in_one_piece_without_handles() {
        Set<Long> edges = new HashSet<>();
        for (int corner = 0; corner < faces.length; corner++) {
            int next = corner % 3 == 2 ? corner - 2 : corner + 1;
            assertThat(edges.add(edge(faces[corner], faces[next]))).as("an edge used twice in one direction").isTrue();
        }
        assertThat(edges).allMatch(edge -> edges.contains(edge << 32 | edge >>> 32));
        assertThat(model.vertexCount() - edges.size() / 2 + faces.length / 3).as("Euler characteristic").isEqualTo(2);
        assertThat(Arrays.stream(faces).distinct().count()).isEqualTo(model.vertexCount());
    }

    private static long edge(int from, int to) {
        return (long) from << 32 | to;
    }

    @Test
    void the_surface_faces_outwards_and_holds_the_volume_of_an_adult() {
        double litres = 1000 * Bodies.volume(template, faces);
        assertThat(litres).isBetween(50.0, 80.0);
    }

    @Test
    void no_triangle_is_a_sliver() {
        double worst = IntStream.range(0, faces.length / 3).mapToDouble(t -> Triangle.quality(template[faces[3 * t]],
                template[faces[3 * t + 1]], template[faces[3 * t + 2]])).min().orElseThrow();
        assertThat(worst).isGreaterThan(0.25);
    }

    @Test
    void left_and_right_are_mirror_images_in_shape_triangles_and_weights() {
        int[] mirror = Bodies.mirror(template);
        Set<List<Integer>> triangles = new HashSet<>();
        for (int t = 0; t < faces.length; t += 3) {
            triangles.add(sorted(faces[t], faces[t + 1], faces[t + 2]));
        }
        for (int t = 0; t < faces.length; t += 3) {
            assertThat(triangles).contains(sorted(mirror[faces[t]], mirror[faces[t + 1]], mirror[faces[t + 2]]));
        }
        for (int v = 0; v < mirror.length; v++) {
            for (int joint = 0; joint < JOINTS; joint++) {
                assertThat(weights[v * JOINTS + joint])
                        .isEqualTo(weights[mirror[v] * JOINTS + Skeletons.SMPL24.mirror(joint)]);
            }
        }
    }

    private static List<Integer> sorted(int a, int b, int c) {
        return IntStream.of(a, b, c).sorted().boxed().toList();
    }

    @Test
    void it_stands_in_t_pose_as_tall_as_an_average_adult() {
        Vec3 size = Bodies.size(template);
        assertThat(size.y()).isCloseTo(STATURE, within(0.01));
        assertThat(size.x()).as("arm span").isCloseTo(STATURE, within(0.15));
        assertThat(size.z()).as("depth").isBetween(0.2, 0.4);
        Vec3[] joints = Bodies.points(model.restJoints(new float[BodyParameters.BETAS]));
        Vec3 arm = joints[20].minus(joints[16]).unit();
        assertThat(arm.distance(Vec3.X)).as("left arm along +x").isLessThan(0.01);
        double toes = Arrays.stream(template).filter(p -> p.y() < joints[7].y()).mapToDouble(Vec3::z).max()
                .orElseThrow();
        assertThat(toes).as("it looks to +z").isGreaterThan(joints[7].z() + 0.1);
    }

    @Test
    void each_vertex_moves_with_at_most_four_joints_and_fully() {
        for (int v = 0; v < model.vertexCount(); v++) {
            double[] row = Arrays.copyOfRange(weights, v * JOINTS, (v + 1) * JOINTS);
            assertThat(Arrays.stream(row).boxed()).allMatch(weight -> weight >= 0);
            assertThat(Arrays.stream(row).filter(weight -> weight > 0).count()).isBetween(1L, 4L);
            assertThat(Arrays.stream(row).sum()).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void no_limb_moves_with_another() {
        for (int v = 0; v < model.vertexCount(); v++) {
            double arms = weight(v, 18, 20, 22) * weight(v, 19, 21, 23);
            double legs = weight(v, 4, 7, 10) * weight(v, 5, 8, 11);
            double armAndLeg = weight(v, 16, 17, 18, 19, 20, 21, 22, 23) * weight(v, 1, 2, 4, 5, 7, 8, 10, 11);
            assertThat(arms + legs + armAndLeg).isLessThan(1e-4);
            if (weight(v, 22) > 0.9) {
                assertThat(weight(v, 20, 22)).as("a finger").isCloseTo(1, within(1e-3));
            }
        }
    }

    private double weight(int vertex, int... joints) {
        return Arrays.stream(joints).mapToDouble(joint -> weights[vertex * JOINTS + joint]).sum();
    }

    @Test
    void joints_are_means_of_skin_nearby_and_where_the_skeleton_has_them() {
        double[] regressor = arrays.get("J_regressor").toDoubles();
        Vec3[] expected = Bodies.points(arrays.get("J").toFloats());
        for (int joint = 0; joint < JOINTS; joint++) {
            Vec3 place = Vec3.ZERO;
            double sum = 0;
            for (int v = 0; v < template.length; v++) {
                double weight = regressor[joint * template.length + v];
                assertThat(weight).isNotNegative();
                if (weight > 0) {
                    assertThat(template[v].distance(expected[joint])).isLessThan(0.25);
                }
                place = place.plus(weight, template[v]);
                sum += weight;
            }
            assertThat(sum).isCloseTo(1, within(1e-5));
            assertThat(place.distance(expected[joint])).as("joint %d", joint).isLessThan(0.002);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void joints_are_inside_the_body_in_every_shape(int component) {
        for (float beta : new float[] {-2.5f, 0, 2.5f}) {
            float[] betas = new float[BodyParameters.BETAS];
            betas[component] = beta;
            Vec3[] points = Bodies.points(model.restVertices(betas));
            for (Vec3 joint : Bodies.points(model.restJoints(betas))) {
                assertThat(Bodies.windingNumber(joint, points, faces)).isCloseTo(1, within(1e-6));
            }
        }
    }

    @Test
    void the_first_component_is_stature() {
        double before = 0;
        for (float beta = -3; beta <= 3; beta += 0.5f) {
            float[] betas = new float[BodyParameters.BETAS];
            betas[0] = beta;
            double stature = Bodies.size(Bodies.points(model.restVertices(betas))).y();
            assertThat(stature - STATURE).isCloseTo(0.1 * beta, within(0.02));
            assertThat(stature).isGreaterThan(before);
            before = stature;
        }
    }

    @Test
    void components_are_orthogonal_and_matter_less_and_less() {
        double[] shapes = arrays.get("shapedirs").toDoubles();
        int count = BodyParameters.BETAS;
        double[] squares = new double[count];
        for (int a = 0; a < count; a++) {
            squares[a] = dot(shapes, a, a);
            for (int b = 0; b < a; b++) {
                assertThat(dot(shapes, a, b) / Math.sqrt(squares[a] * squares[b])).isCloseTo(0, within(2e-3));
            }
        }
        assertThat(squares).isSortedAccordingTo((x, y) -> Double.compare(y, x));
    }

    private static double dot(double[] shapes, int a, int b) {
        double sum = 0;
        for (int k = 0; k < shapes.length; k += BodyParameters.BETAS) {
            sum += shapes[k + a] * shapes[k + b];
        }
        return sum;
    }

    /** Limbs keep their volume. The trunk does not when it bends forward: it turns about the spine, and the belly is before it. */
    @ParameterizedTest
    @CsvSource({"left_elbow, 0, -130, 0, 0.985", "left_shoulder, 0, 0, -75, 0.985", "left_shoulder, 0, 0, 75, 0.985",
        "left_shoulder, 0, -90, 0, 0.985", "left_knee, 130, 0, 0, 0.985", "left_ankle, 30, 0, 0, 0.985",
        "neck, 30, 0, 0, 0.985", "left_hip, -90, 0, 0, 0.965", "spine2, 30, 0, 0, 0.95"})
    void a_bent_joint_does_not_get_thin(String joint, double x, double y, double z, double share) {
        Rotation[] pose = new Rotation[JOINTS];
        Arrays.fill(pose, Rotation.IDENTITY);
        Vec3 degrees = new Vec3(x, y, z);
        pose[Skeletons.SMPL24.index(joint)] = Rotation.about(degrees.unit(), Math.toRadians(degrees.length()));
        assertThat(Bodies.volume(posed(Bodies.matrices(pose)), faces) / Bodies.volume(template, faces))
                .isBetween(share, 2 - share);
    }

    private Vec3[] posed(float[] matrices) {
        BodyPoser poser = new BodyPoser(model);
        poser.pose(matrices, new float[BodyParameters.BETAS], new float[3]);
        return Bodies.points(poser.vertices());
    }

    @ParameterizedTest
    @EnumSource(StrongPose.class)
    void no_part_collapses_or_turns_inside_out_in_a_strong_pose(StrongPose pose) {
        Vec3[] posed = posed(pose.matrices());
        assertThat(Bodies.volume(posed, faces) / Bodies.volume(template, faces)).isBetween(0.89, 1.06);
        List<Double> stretches = new ArrayList<>();
        for (int t = 0; t < faces.length; t += 3) {
            for (int k = 0; k < 3; k++) {
                int a = faces[t + k];
                int b = faces[t + (k + 1) % 3];
                stretches.add(posed[a].distance(posed[b]) / template[a].distance(template[b]));
            }
        }
        assertThat(stretches).as("in a crease an edge may become short, but does not vanish")
                .allMatch(stretch -> stretch > 0.025 && stretch < 3.5);
        assertThat(stretches.stream().filter(stretch -> stretch < 0.35 || stretch > 2).count())
                .isLessThan(stretches.size() / 50);
    }

    @Test
    void every_part_of_the_outfit_is_there_and_the_same_on_both_sides() {
        int[] parts = arrays.get("part").toInts();
        int[] faceParts = arrays.get("f_part").toInts();
        int[] mirror = Bodies.mirror(template);
        Map<Integer, Integer> counts = new HashMap<>();
        for (int v = 0; v < parts.length; v++) {
            counts.merge(parts[v], 1, Integer::sum);
            assertThat(parts[v]).isEqualTo(parts[mirror[v]]);
        }
        assertThat(counts.keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(BodyPart.values()).map(BodyPart::number).toList());
        assertThat(Arrays.stream(faceParts).boxed()).hasSize(faces.length / 3)
                .allMatch(part -> part <= BodyPart.SHOES.number());
        int highest = IntStream.range(0, template.length).boxed()
                .max((a, b) -> Double.compare(template[a].y(), template[b].y())).orElseThrow();
        int lowest = IntStream.range(0, template.length).boxed()
                .min((a, b) -> Double.compare(template[a].y(), template[b].y())).orElseThrow();
        assertThat(parts[highest]).isEqualTo(BodyPart.HAIR.number());
        assertThat(parts[lowest]).isEqualTo(BodyPart.SHOES.number());
    }
}
