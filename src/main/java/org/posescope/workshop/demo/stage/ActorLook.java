package org.posescope.workshop.demo.stage;

import java.util.Map;

import org.posescope.workshop.body.surface.BodyPart;

/**
 * What somebody wears.
 *
 * @param colors of each part, {@code 0xRRGGBB}
 * @param soles  of the shoes, {@code 0xRRGGBB}
 * @param hair   how thick the hair is on top, metres
 * @param bun    whether it is tied up behind
 */
public record ActorLook(Map<BodyPart, Integer> colors, int soles, double hair, boolean bun) {
    public ActorLook {
        colors = Map.copyOf(colors);
    }
}
