package org.posescope.app.scene3d.hardware;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

import javafx.scene.image.Image;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/** Small pictures that give meshes colour and transparency. */
final class Textures {
    private static final int LENGTH = 128;
    /** Rows of a colour, so that the neighbour's is not mixed in when the texture is minified. */
    private static final int BAND = 8;

    private Textures() {}

    /** A band of each colour, transparent on the left and opaque on the right. */
    static Image fades(List<Color> colors) {
        WritableImage image = new WritableImage(LENGTH, BAND * colors.size());
        PixelWriter pixels = image.getPixelWriter();
        for (int y = 0; y < BAND * colors.size(); y++) {
            Color color = colors.get(y / BAND);
            for (int x = 0; x < LENGTH; x++) {
                pixels.setColor(x, y, faded(color, x / (LENGTH - 1.0)));
            }
        }
        return image;
    }

    /** Where the texture of {@link #fades} has an opacity, as a texture coordinate that stays off the borders. */
    static float u(double opacity) {
        return (float) ((0.5 + Math.clamp(opacity, 0, 1) * (LENGTH - 1)) / LENGTH);
    }

    static float v(int band, int bands) {
        return (band + 0.5f) / bands;
    }

    /**
     * A disc that fades towards its border.
     *
     * @param opacity by the distance from the middle, which is 1 at the border
     */
    static Image disc(Color color, DoubleUnaryOperator opacity) {
        WritableImage image = new WritableImage(LENGTH, LENGTH);
        PixelWriter pixels = image.getPixelWriter();
        for (int y = 0; y < LENGTH; y++) {
            for (int x = 0; x < LENGTH; x++) {
                double radius = Math.hypot(x + 0.5 - LENGTH / 2.0, y + 0.5 - LENGTH / 2.0) / (LENGTH / 2.0 - 1);
                pixels.setColor(x, y, faded(color, radius < 1 ? opacity.applyAsDouble(radius) : 0));
            }
        }
        return image;
    }

    private static Color faded(Color color, double opacity) {
        return Color.color(color.getRed(), color.getGreen(), color.getBlue(), color.getOpacity() * opacity);
    }
}
