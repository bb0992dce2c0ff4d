package org.posescope.workshop.lift.picture;

import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.posescope.draw.raster.Argb;
import org.posescope.workshop.body.surface.BodyPart;
import org.posescope.workshop.demo.stage.ActorLook;

/** Random colours of skin, hair and clothes. */
final class Clothing {
    private static final int PALE = 0xF0CDB4;
    private static final int DARK = 0x4A2F22;
    private static final int BLOND = 0xC9A66B;
    private static final int BLACK_HAIR = 0x17110E;

    private Clothing() {}

    static ActorLook random(RandomGenerator random) {
        Map<BodyPart, Integer> colors = new EnumMap<>(BodyPart.class);
        int skin = Argb.mix(PALE, DARK, random.nextDouble());
        int hair = random.nextDouble() < 0.1 ? 0xB8B4AE : Argb.mix(BLACK_HAIR, BLOND, Math.pow(random.nextDouble(), 2));
        colors.put(BodyPart.SKIN, skin);
        colors.put(BodyPart.HAIR, hair);
        colors.put(BodyPart.SHIRT, random.nextDouble() < 0.06 ? skin : cloth(random));
        colors.put(BodyPart.TROUSERS, random.nextDouble() < 0.15 ? skin : cloth(random));
        colors.put(BodyPart.SHOES, random.nextDouble() < 0.15 ? skin : cloth(random));
        colors.put(BodyPart.EYES, 0xD9D2CB);
        colors.put(BodyPart.LIPS, Argb.mix(skin, 0xA04050, 0.35));
        colors.put(BodyPart.BROWS, Argb.mix(hair, 0x000000, 0.2));
        return new ActorLook(colors, cloth(random), random.nextDouble(0.004, 0.03), random.nextDouble() < 0.3);
    }

    /** Often grey, sometimes of a bright colour. */
    static int cloth(RandomGenerator random) {
        double light = Math.pow(random.nextDouble(), 0.8);
        double strength = random.nextDouble() < 0.5 ? 0.15 * random.nextDouble() : random.nextDouble();
        double hue = 2 * Math.PI * random.nextDouble();
        return Argb.opaque(channel(light, strength, hue), channel(light, strength, hue + 2.1),
                channel(light, strength, hue + 4.2));
    }

    private static int channel(double light, double strength, double hue) {
        return (int) Math.clamp(255 * light * (1 - strength * (0.5 - 0.5 * Math.cos(hue))), 6.0, 250.0);
    }
}
