package org.posescope.network.architecture;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.posescope.model.InputSpec;
import org.posescope.model.InputSpec.ColorOrder;
import org.posescope.model.InputSpec.Layout;

/** How the families of networks take pictures; the input is always named {@value #NAME}. */
final class Inputs {
    static final String NAME = "input";

    private static final float LEVELS = 255;
    private static final Pattern HEIGHT_AND_WIDTH = Pattern.compile("(?<![0-9])([0-9]{2,4})x([0-9]{2,4})(?![0-9])");
    private static final Pattern SIDE = Pattern.compile("(?<![0-9x])([0-9]{3,4})(?![0-9x])");
    /** What the deepest branch of a network that looks at whole pictures halves its input to, and room for one more. */
    private static final int SCENE_STEP = 64;

    private Inputs() {}

    /** Red, green, blue in 0..1, less mean and by standard deviation of ImageNet (torchvision, {@code transforms.Normalize}). */
    static InputSpec imageNet(int width, int height) {
        return new InputSpec(NAME, width, height, Layout.NCHW, ColorOrder.RGB,
                List.of(0.485f * LEVELS, 0.456f * LEVELS, 0.406f * LEVELS),
                List.of(1 / (0.229f * LEVELS), 1 / (0.224f * LEVELS), 1 / (0.225f * LEVELS)));
    }

    /** Blue, green, red in 0..255 as they are. */
    static InputSpec rawBgr(int side) {
        return new InputSpec(NAME, side, side, Layout.NCHW, ColorOrder.BGR, List.of(0f, 0f, 0f), List.of(1f, 1f, 1f));
    }

    /** Blue, green, red around 0: less 128, divided by {@code range}. */
    static InputSpec centeredBgr(int width, int height, float range) {
        float scale = 1 / range;
        return new InputSpec(NAME, width, height, Layout.NCHW, ColorOrder.BGR, List.of(128f, 128f, 128f),
                List.of(scale, scale, scale));
    }

    /** The same with the channels in an order; mean and scale stay with their places. */
    static InputSpec ordered(ColorOrder order, InputSpec spec) {
        return new InputSpec(spec.name(), spec.width(), spec.height(), spec.layout(), order, spec.mean(), spec.scale());
    }

    /**
     * The input of a top-down pose network. Its weights fit any size, so the authors write the size, height first, into the file's
     * name; without one it is the smallest that they publish, 256x192.
     */
    static InputSpec person(String fileName) {
        Matcher size = HEIGHT_AND_WIDTH.matcher(fileName);
        boolean named = size.find() && Integer.parseInt(size.group(1)) % 32 == 0
                && Integer.parseInt(size.group(2)) % 32 == 0;
        return named
                ? imageNet(Integer.parseInt(size.group(2)), Integer.parseInt(size.group(1)))
                : imageNet(192, 256);
    }

    /**
     * The input of a network that sees all people of a picture. Its authors write the side of the square that it was trained on into
     * the file's name.
     *
     * @param otherwise side without one
     */
    static InputSpec scene(String fileName, int otherwise) {
        Matcher side = SIDE.matcher(fileName);
        boolean named = side.find() && Integer.parseInt(side.group(1)) % SCENE_STEP == 0;
        int pixels = named ? Integer.parseInt(side.group(1)) : otherwise;
        return imageNet(pixels, pixels);
    }
}
