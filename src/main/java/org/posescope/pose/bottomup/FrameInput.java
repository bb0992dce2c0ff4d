package org.posescope.pose.bottomup;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.infer.Border;
import org.posescope.infer.ImageSampler;
import org.posescope.infer.Letterbox;
import org.posescope.infer.Session;
import org.posescope.infer.TensorInfo;
import org.posescope.model.InputSpec;
import org.posescope.tensor.Tensor;

/**
 * The way of whole frames into a network: a frame is brought to the height of the input, and the input is as wide as the frame then is,
 * rounded up. What the input has beyond the frame, half of it on each side, is what the network knows as nothing. A network whose file
 * fixes the size gets the frame fitted into it.
 *
 * <p>
 * Keeps the memory for frames of one size until one of another size comes. One thread uses it at a time; it owns native memory until it
 * is closed.
 */
public final class FrameInput implements AutoCloseable {
    private static final int ROWS = 2;

    private final InputSpec usual;
    private final boolean fixed;
    private final int step;
    private final Border nothing;
    private Optional<Fitted> fitted = Optional.empty();

    private record Fitted(int frameWidth, int frameHeight, Region region, ImageSampler sampler, Tensor pixels) {
        boolean fits(Frame frame) {
            return frame.width() == frameWidth && frame.height() == frameHeight;
        }
    }

    /**
     * For the one input of a network.
     *
     * @param usual  how pixels enter it; its size is that for networks of a fixed size, its height the usual one for others
     * @param height of the input in place of the usual one, pixels
     * @param step   that sides of the input are multiples of
     * @throws UserException when the height is none that the network takes
     */
    public FrameInput(Session session, InputSpec usual, OptionalInt height, int step) {
        this.usual = sized(usual, height.orElse(usual.height()), usual.width());
        this.step = step;
        this.nothing = new Border.Constant(Math.round(usual.mean().getFirst()));
        List<Integer> shape = session.inputs().getFirst().shape();
        this.fixed = shape.get(ROWS) != TensorInfo.ANY;
        if (fixed && !shape.get(ROWS).equals(this.usual.height())) {
            throw new UserException("the network takes pictures of " + shape.get(ROWS) + " rows only, not of "
                    + this.usual.height() + "; leave --tsize out");
        }
        if (this.usual.height() % step != 0) {
            throw new UserException("the network takes pictures whose height is a multiple of " + step + ", not "
                    + this.usual.height() + "; give another --tsize");
        }
    }

    /** The input for frames of a size, of a network that takes any. */
    public static InputSpec sizeFor(InputSpec usual, OptionalInt height, int step, int frameWidth, int frameHeight) {
        int rows = height.orElse(usual.height());
        double width = (double) rows * frameWidth / frameHeight;
        // A frame of exactly a multiple must not become wider by rounding.
        int steps = Math.max(1, (int) Math.ceil(width / step - 1e-9));
        return sized(usual, rows, steps * step);
    }

    private static InputSpec sized(InputSpec spec, int height, int width) {
        return new InputSpec(spec.name(), width, height, spec.layout(), spec.colorOrder(), spec.mean(), spec.scale());
    }

    /** The pixels of a frame as the network takes them, a batch of one; valid until the next call. */
    public Tensor sample(Frame frame) {
        if (fitted.isEmpty() || !fitted.get().fits(frame)) {
            close();
            fitted = Optional.of(fit(frame.width(), frame.height()));
        }
        Fitted now = fitted.get();
        now.sampler.sample(frame, now.region, nothing, now.pixels, 0);
        return now.pixels;
    }

    /** The part of the plane of the frame that the input of the last call shows, pixels. */
    public Region region() {
        return fitted.orElseThrow(() -> new IllegalStateException("no frame was sampled yet")).region;
    }

    private Fitted fit(int frameWidth, int frameHeight) {
        InputSpec input = fixed
                ? usual
                : sizeFor(usual, OptionalInt.of(usual.height()), step, frameWidth, frameHeight);
        Region region = Letterbox.CENTERED.region(frameWidth, frameHeight, input);
        return new Fitted(frameWidth, frameHeight, region, new ImageSampler(input), Tensor.allocate(input.shape(1)));
    }

    @Override
    public void close() {
        fitted.ifPresent(each -> each.sampler.close());
        fitted = Optional.empty();
    }
}
