package org.posescope.app.record;

import java.util.Objects;

import org.posescope.draw.Layers;

/**
 * How pictures look that are recorded or saved.
 *
 * @param layers   over the picture
 * @param mirrored whether the picture is turned left for right, as a mirror shows it
 */
public record PictureStyle(Layers layers, boolean mirrored) {
    public PictureStyle {
        Objects.requireNonNull(layers, "layers");
    }
}
