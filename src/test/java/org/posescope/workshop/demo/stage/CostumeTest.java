package org.posescope.workshop.demo.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.posescope.body.BodyModel;
import org.posescope.body.BodyModelReader;
import org.posescope.body.math.Vec3;
import org.posescope.draw.raster.Argb;
import org.posescope.error.UserException;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzWriter;
import org.posescope.workshop.body.surface.BodyPart;

class CostumeTest {
    private static final Path BODY = Path.of("models", "body", "posescope-body.npz");
    private static final BodyModel MODEL = BodyModelReader.read(BODY);
    private static final BodyParts PARTS = BodyParts.read(BODY);
    private static final Map<BodyPart, Integer> COLORS = Map.of(BodyPart.SKIN, 0xC08060, BodyPart.HAIR, 0x202020,
            BodyPart.SHIRT, 0x3060A0, BodyPart.TROUSERS, 0x303030, BodyPart.SHOES, 0xE0E0E0, BodyPart.EYES, 0xF0F0F0,
            BodyPart.LIPS, 0xA05050, BodyPart.BROWS, 0x302010);

    private final float[] rest = MODEL.restVertices(new float[10]);

    private static Costume costume() {
        return new Costume(MODEL, PARTS, new ActorLook(COLORS, 0xFFFFFF, 0.015, false), new float[10]);
    }

    /** A crack would show the wall behind; the ankles end inside the shoes. */
    @Test
    void hems_close_every_seam() {
        Cut cut = new Cut(MODEL.faces(), PARTS);
        Map<List<Integer>, Integer> edges = new HashMap<>();
        int[] triangles = cut.triangles();
        int[] anchors = cut.anchors();
        for (int k = 0; k < triangles.length; k++) {
            int next = k % 3 == 2 ? k - 2 : k + 1;
            edges.merge(List.of(anchors[triangles[k]], anchors[triangles[next]]), 1, Integer::sum);
        }
        long open = edges.keySet().stream().filter(edge -> !edges.containsKey(edge.reversed()))
                .filter(edge -> cut.vertices().get(edge.getFirst()).cover() != BodyPart.SHOES).count();
        assertThat(open).isZero();
    }

    @Test
    void clothes_lie_above_the_body_and_shoes_below_the_feet() {
        Costume costume = costume();
        costume.drape(rest);
        double sole = lowest(rest, 1);
        assertThat(lowest(costume.vertices(), 1)).isBetween(sole - Shoe.SOLE - 1e-4, sole - Shoe.SOLE + 1e-4);
        Cut cut = new Cut(MODEL.faces(), PARTS);
        double wider = 0;
        for (int v = 0; v < cut.vertices().size(); v++) {
            Cut.Vertex vertex = cut.vertices().get(v);
            if (vertex.cover() == BodyPart.SHIRT) {
                wider += point(costume.vertices(), v).minus(point(rest, vertex.source()))
                        .dot(point(costume.normals(), v));
            }
        }
        assertThat(wider / cut.vertices().stream().filter(v -> v.cover() == BodyPart.SHIRT).count())
                .isBetween(0.005, 0.025);
    }

    private static double lowest(float[] vertices, int sign) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int k = 1; k < vertices.length; k += 3) {
            lowest = Math.min(lowest, sign * vertices[k]);
        }
        return lowest;
    }

    private static Vec3 point(float[] vertices, int v) {
        return new Vec3(vertices[3 * v], vertices[3 * v + 1], vertices[3 * v + 2]);
    }

    @Test
    void light_from_above_reaches_the_top_of_the_head_and_hardly_the_soles() {
        Costume costume = costume();
        costume.drape(rest);
        DepthMap above = new DepthMap(Vec3.Y);
        above.look(List.of(costume));
        float[] vertices = costume.vertices();
        double highest = -lowest(vertices, -1);
        double lowest = lowest(vertices, 1);
        List<Double> soles = new ArrayList<>();
        for (int k = 0; k < vertices.length; k += 3) {
            if (vertices[k + 1] > highest - 0.01) {
                assertThat(above.lit(vertices, k, 0)).isEqualTo(1);
            }
            if (vertices[k + 1] < lowest + 1e-3) {
                soles.add(above.lit(vertices, k, 1));
            }
        }
        assertThat(soles).hasSizeGreaterThan(50);
        assertThat(soles.stream().mapToDouble(lit -> lit).average().orElseThrow()).isLessThan(0.4);
    }

    @Test
    void a_person_in_the_shadow_of_another_is_darker() {
        Costume before = costume();
        Costume behind = costume();
        before.drape(moved(0.6f));
        behind.drape(rest);
        BodyLight light = new BodyLight(Vec3.Z, Vec3.Y);
        int[] alone = behind.colors().clone();
        int[] shaded = behind.colors().clone();
        light.look(List.of(behind));
        light.shade(behind, alone);
        light.look(List.of(before, behind));
        light.shade(behind, shaded);
        assertThat(sum(shaded)).isLessThan(0.9 * sum(alone));
    }

    private float[] moved(float forward) {
        float[] moved = rest.clone();
        for (int k = 2; k < moved.length; k += 3) {
            moved[k] += forward;
        }
        return moved;
    }

    private static double sum(int[] colors) {
        return Arrays.stream(colors).mapToDouble(Argb::luminance).sum();
    }

    @Test
    void a_body_without_parts_cannot_be_dressed(@TempDir Path folder) {
        Path file = folder.resolve("plain.npz");
        try (NpzWriter npz = new NpzWriter(file, NpzWriter.Compression.NONE)) {
            npz.write("v_template", NdArray.of(new float[3], 1, 3));
            npz.finish();
        }
        assertThatThrownBy(() -> BodyParts.read(file)).isInstanceOf(UserException.class)
                .hasMessageContaining("does not say what its vertices show").hasMessageNotContaining("\n");
    }
}
