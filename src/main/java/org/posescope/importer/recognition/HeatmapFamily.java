package org.posescope.importer.recognition;

import java.util.Optional;

import org.posescope.model.Task;

/** HRNet, SimplePose and ViTPose: one person in, a heatmap for each point out, a quarter of the input in size. */
final class HeatmapFamily implements NetworkFamily {
    private static final int SHRINKING = 4;
    private static final int USUAL_WIDTH = 192;
    private static final int USUAL_HEIGHT = 256;

    @Override
    public Optional<Guess> recognize(FileHeader header, PictureInput picture) {
        return header.onlyOutput()
                .filter(output -> output.rank() == 4 && PointSkeletons.of(output.side(1)).isPresent())
                .flatMap(output -> sized(picture, output).map(sized -> guess(header, output, sized)));
    }

    /** The size of the input, which the heatmaps tell where the input leaves it open; empty when the two do not go together. */
    private static Optional<PictureInput> sized(PictureInput picture, Port output) {
        PictureInput sized = picture.orSize(told(output.side(3), USUAL_WIDTH), told(output.side(2), USUAL_HEIGHT));
        boolean fits = output.admits(3, sized.width() / SHRINKING) && output.admits(2, sized.height() / SHRINKING);
        return fits && sized.width() <= sized.height() ? Optional.of(sized) : Optional.empty();
    }

    private static int told(int side, int usual) {
        return side == Port.ANY ? usual : side * SHRINKING;
    }

    private static Guess guess(FileHeader header, Port output, PictureInput picture) {
        boolean transformer = header.operators().contains("Softmax");
        return new Guess(transformer ? "ViTPose" : "HRNet or SimplePose", Task.POSE_2D, picture,
                PixelHabit.IMAGENET_RGB, transformer ? "heatmaps-udp" : "heatmaps", PointSkeletons.of(output.side(1)),
                "the output " + output.described() + " is a heatmap for each point, a quarter of the input in size"
                        + (transformer
                                ? "; Softmax says that it is a transformer, and those are trained with unbiased data processing"
                                : ""));
    }
}
