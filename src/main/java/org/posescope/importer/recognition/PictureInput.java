package org.posescope.importer.recognition;

import java.util.Arrays;
import java.util.Optional;

import org.posescope.model.InputSpec;

/**
 * The input of a network that takes pictures.
 *
 * @param width  pixels; {@link Port#ANY} where the file leaves it open
 * @param height likewise
 */
record PictureInput(String name, InputSpec.Layout layout, int width, int height) {
    private static final int RANK = 4;
    private static final int CHANNELS = 3;
    private static final int[] STRIDES = {8, 16, 32};

    /** Of a batch of pictures of three channels, which come first or last; empty for anything else. */
    static Optional<PictureInput> of(Port port) {
        if (port.rank() != RANK) {
            return Optional.empty();
        }
        if (port.side(1) == CHANNELS) {
            return Optional.of(new PictureInput(port.name(), InputSpec.Layout.NCHW, port.side(3), port.side(2)));
        }
        return port.side(3) == CHANNELS
                ? Optional.of(new PictureInput(port.name(), InputSpec.Layout.NHWC, port.side(2), port.side(1)))
                : Optional.empty();
    }

    boolean sized() {
        return width != Port.ANY && height != Port.ANY;
    }

    /** The same with a size where the file leaves it open. */
    PictureInput orSize(int usualWidth, int usualHeight) {
        return new PictureInput(name, layout, width == Port.ANY ? usualWidth : width,
                height == Port.ANY ? usualHeight : height);
    }

    /** Cells of the grids in which YOLO looks for people. */
    int cells() {
        return Arrays.stream(STRIDES).map(stride -> (width / stride) * (height / stride)).sum();
    }

    /** How pixels enter it. */
    InputSpec with(PixelHabit habit) {
        return new InputSpec(name, width, height, layout, habit.colorOrder(), habit.mean(), habit.scale());
    }
}
