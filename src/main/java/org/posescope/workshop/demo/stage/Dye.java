package org.posescope.workshop.demo.stage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.posescope.body.math.Vec3;
import org.posescope.draw.raster.Argb;
import org.posescope.workshop.body.surface.BodyPart;

/** Colour and thickness of skin, hair and cloth, vertex by vertex. */
final class Dye {
    /** Hair grows to its full thickness within this distance of the hairline. */
    private static final double HAIRLINE = 0.05;
    /** How much of the hair's colour there is at the hairline, where skin shows through. */
    private static final double ROOTS = 0.5;
    private static final Vec3 BUN = new Vec3(0, 0.125, -0.115);
    private static final double BUN_SIZE = 0.042;
    private static final double BUN_HEIGHT = 0.05;
    private static final double EYE = 0.0305;
    private static final double IRIS = 0.0055;
    private static final int IRIS_COLOR = 0x2B1F1A;

    private final ActorLook look;
    private final BodyParts parts;
    private final List<Cut.Vertex> vertices;
    private final Vec3[] rest;
    private final Vec3 head;
    private final Vec3[] hairline;

    /**
     * @param rest places of the vertices at rest
     * @param head the joint
     */
    Dye(ActorLook look, BodyParts parts, List<Cut.Vertex> vertices, Vec3[] rest, Vec3 head) {
        this.look = look;
        this.parts = parts;
        this.vertices = vertices;
        this.rest = rest;
        this.head = head;
        hairline = IntStream.range(0, rest.length)
                .filter(v -> vertices.get(v).cover() == BodyPart.SKIN && vertices.get(v).cloth() == BodyPart.HAIR)
                .mapToObj(v -> rest[v]).toArray(Vec3[]::new);
    }

    /** Metres above the skin. */
    float[] thickness() {
        float[] thickness = new float[rest.length];
        for (int v = 0; v < thickness.length; v++) {
            BodyPart cover = vertices.get(v).cover();
            double folds = Cloth.of(cover).folds() * Cloth.wave(rest[v], cover.number());
            thickness[v] = (float) (folds + (cover == BodyPart.HAIR ? hair(v) : Cloth.of(cover).thickness()));
        }
        return thickness;
    }

    private double hair(int vertex) {
        double grown = Math.min(1, fromHairline(vertex));
        double bun = rest[vertex].minus(head).distance(BUN) / BUN_SIZE;
        return grown * (2 - grown) * look.hair() + (look.bun() ? BUN_HEIGHT * Math.exp(-bun * bun) : 0);
    }

    /** 0 at the hairline, 1 where the hair is at its full thickness. */
    private double fromHairline(int vertex) {
        return Arrays.stream(hairline).mapToDouble(rest[vertex]::distance).min().orElse(0) / HAIRLINE;
    }

    /** {@code 0xFFRRGGBB}. */
    int[] colors() {
        int[] colors = new int[rest.length];
        Arrays.setAll(colors, this::color);
        return colors;
    }

    private int color(int vertex) {
        BodyPart shown = parts.shown(vertices.get(vertex).source(), vertices.get(vertex).cloth());
        int plain = look.colors().get(shown);
        return switch (shown) {
            case EYES -> Math.abs(Math.abs(rest[vertex].x()) - EYE) < IRIS ? IRIS_COLOR : plain;
            case LIPS, BROWS -> plain;
            case HAIR -> Argb.mix(look.colors().get(BodyPart.SKIN), varied(plain, shown, vertex),
                    Math.min(1, ROOTS + 2 * fromHairline(vertex)));
            default -> varied(plain, shown, vertex);
        };
    }

    /** A colour a little lighter or darker, as cloth and skin are. */
    private int varied(int color, BodyPart part, int vertex) {
        double factor = 1 + Cloth.of(part).variation() * Cloth.wave(rest[vertex].times(1.9), 5);
        return Argb.opaque(channel(Argb.red(color) * factor), channel(Argb.green(color) * factor),
                channel(Argb.blue(color) * factor));
    }

    private static int channel(double value) {
        return (int) Math.round(Math.clamp(value, 0, 255));
    }
}
