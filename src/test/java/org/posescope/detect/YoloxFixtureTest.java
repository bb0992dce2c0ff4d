package org.posescope.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.frame.Frame;
import org.posescope.infer.Border;
import org.posescope.infer.ImageSampler;
import org.posescope.infer.Letterbox;
import org.posescope.model.InputSpec;
import org.posescope.pose.Box;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzReader;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.Shared;
import org.posescope.testkit.TestFrames;

/** What comes before and after YOLOX against the numbers of the authors' code (shared/fixtures/pre/yolox_post.npz). */
class YoloxFixtureTest {
    private static final int VALUES = 7;

    @ParameterizedTest
    @CsvSource({"synthetic_conf0.3_nms0.45_perclass, 0.3, 0.45", "synthetic_conf0.5_nms0.65_perclass, 0.5, 0.65",
        "synthetic_conf0.999_nms0.45_perclass, 0.999, 0.45"})
    void boxes_are_kept_in_the_authors_order(String name, float minScore, float maxIou) {
        try (NpzReader fixture = open()) {
            double[] rows = fixture.read("synthetic_predictions").toDoubles();
            List<Kept> kept = new ArrayList<>();
            for (int kind = 0; kind < 3; kind++) {
                int wanted = kind;
                NonMaximumSuppression.best(candidates(rows, wanted, minScore), maxIou)
                        .forEach(box -> kept.add(new Kept(box, wanted)));
            }
            kept.sort(Comparator.comparingDouble((Kept each) -> each.box.score()).reversed());

            NdArray expected = fixture.read(name);
            assertThat(kept).hasSize(expected.dimension(0));
            for (int i = 0; i < kept.size(); i++) {
                Box box = kept.get(i).box.box();
                assertThat(box.x()).isCloseTo((float) expected.getDouble(VALUES * i), within(1e-3f));
                assertThat(box.y()).isCloseTo((float) expected.getDouble(VALUES * i + 1), within(1e-3f));
                assertThat(box.right()).isCloseTo((float) expected.getDouble(VALUES * i + 2), within(1e-3f));
                assertThat(box.bottom()).isCloseTo((float) expected.getDouble(VALUES * i + 3), within(1e-3f));
                assertThat(kept.get(i).kind).isEqualTo((int) expected.getDouble(VALUES * i + 6));
            }
        }
    }

    private record Kept(ScoredBox box, int kind) {}

    private static List<ScoredBox> candidates(double[] rows, int kind, float minScore) {
        List<ScoredBox> found = new ArrayList<>();
        for (int at = 0; at < rows.length; at += 8) {
            int best = 0;
            for (int c = 1; c < 3; c++) {
                best = rows[at + 5 + c] > rows[at + 5 + best] ? c : best;
            }
            float score = (float) rows[at + 4] * (float) rows[at + 5 + best];
            if (best == kind && score >= minScore) {
                float[] box = {(float) rows[at], (float) rows[at + 1], (float) rows[at + 2], (float) rows[at + 3]};
                found.add(new ScoredBox(YoloxBoxes.IN_PIXELS.box(box, 0, 0, 0, 8), score, List.of()));
            }
        }
        return found;
    }

    @Test
    void the_network_sees_the_picture_that_the_authors_show_it() {
        InputSpec spec = new InputSpec("x", 416, 416, InputSpec.Layout.NCHW, InputSpec.ColorOrder.BGR,
                List.of(0f, 0f, 0f), List.of(1f, 1f, 1f));
        Tensor pixels = Tensor.allocate(spec.shape(1));
        try (NpzReader fixture = open();
                Frame frame = TestFrames.load(Shared.file("fixtures/pre/gradient_640x480.png"));
                ImageSampler sampler = new ImageSampler(spec)) {
            NdArray expected = fixture.read("letterbox_480x640_bgr_u8");
            sampler.sample(frame, Letterbox.TOP_LEFT.region(640, 480, spec), new Border.Constant(114), pixels, 0);
            int close = 0;
            for (int i = 0; i < expected.size(); i++) {
                close += Math.abs(pixels.get(i) - expected.getDouble(i)) <= 1.5 ? 1 : 0;
            }
            // Along the lower edge ours mixes the last row with the grey below.
            assertThat((double) close / expected.size()).isGreaterThan(0.99);
        }
    }

    private static NpzReader open() {
        return new NpzReader(Shared.file("fixtures/pre/yolox_post.npz"));
    }
}
