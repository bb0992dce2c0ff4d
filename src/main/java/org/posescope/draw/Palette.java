package org.posescope.draw;

import java.util.List;
import java.util.stream.IntStream;

import org.posescope.draw.raster.Argb;
import org.posescope.draw.raster.Oklab;
import org.posescope.pose.Skeleton;

/**
 * Colours of people, the same in the picture and in 3D. The seven base colours are those of Okabe and Ito ("Color Universal
 * Design", 2008) without black, brightened for video and moved apart so that people with protanopia or deuteranopia can
 * distinguish all of them. From the eighth person on they return lighter, then darker, then from the start.
 * <p>
 * Within a person the left side is lighter and warmer, the right side deeper and cooler, the middle has the person's own
 * colour; the sides differ in lightness, so that they can be told apart without seeing hues.
 */
public final class Palette {
    /** Of a person without identity. */
    public static final int UNTRACKED = Argb.opaque(0xC9, 0xD3, 0xDC);
    /** Around coloured lines, so that they are seen on any picture. */
    public static final int HALO = Argb.opaque(0x0B, 0x0E, 0x12);

    private static final List<Integer> BASE = List.of(0xFF4CB4F5, 0xFFF79F1F, 0xFF14B485, 0xFFEE85C0, 0xFFF4E14A,
            0xFFEB5A2B, 0xFF4169E8);
    private static final double WARM_HUE = Math.toRadians(110);
    private static final double COOL_HUE = Math.toRadians(265);
    private static final double TURN = Math.toRadians(28);
    private static final double LIGHTER = 0.09;
    private static final double DEEPER = -0.12;

    private static final List<Limbs> PEOPLE = IntStream.range(0, 3 * BASE.size()).mapToObj(Palette::own)
            .map(Limbs::of).toList();
    private static final Limbs UNTRACKED_LIMBS = Limbs.of(UNTRACKED);

    private Palette() {}

    private static int own(int index) {
        int color = BASE.get(index % BASE.size());
        return switch (index / BASE.size()) {
            case 1 -> Argb.mix(color, Argb.WHITE, 0.5);
            case 2 -> Argb.mix(color, Argb.BLACK, 0.4);
            default -> color;
        };
    }

    private static Limbs limbs(int id) {
        return id <= 0 ? UNTRACKED_LIMBS : PEOPLE.get((id - 1) % PEOPLE.size());
    }

    /** Opaque colour of a track identity; ids that are not positive are {@link #UNTRACKED}. */
    public static int person(int id) {
        return limbs(id).middle;
    }

    /** Opaque colour of a point or bone on one side of a person. */
    public static int limb(int id, Skeleton.Side side) {
        Limbs limbs = limbs(id);
        return switch (side) {
            case LEFT -> limbs.left;
            case RIGHT -> limbs.right;
            case MIDDLE -> limbs.middle;
        };
    }

    /** Black or white, whichever is read better on {@code background}. */
    public static int textOn(int background) {
        // Contrast (L + 0.05) / 0.05 against black meets 1.05 / (L + 0.05) against white at this luminance (WCAG 2.2).
        return Argb.luminance(background) > Math.sqrt(1.05 * 0.05) - 0.05 ? Argb.BLACK : Argb.WHITE;
    }

    private record Limbs(int middle, int left, int right) {
        static Limbs of(int color) {
            return new Limbs(color, tint(color, WARM_HUE, LIGHTER), tint(color, COOL_HUE, DEEPER));
        }

        private static int tint(int color, double hue, double lighter) {
            Oklab own = Oklab.of(color);
            return own.turn(hue, TURN).withLightness(own.lightness() + lighter).argb();
        }
    }
}
