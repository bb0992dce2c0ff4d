package org.posescope.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.infer.Session;
import org.posescope.infer.SessionOptions;
import org.posescope.infer.Sessions;
import org.posescope.model.ModelFile;
import org.posescope.pose.Box;
import org.posescope.testkit.PeoplePictures;
import org.posescope.testkit.Shared;
import org.posescope.testkit.TestFrames;
import org.posescope.testkit.TestModels;

/** The real NanoDet, as it is installed, on real pictures beside the real YOLOX. */
class RealNanoDetTest {
    /** What people are found with when nobody chooses another score. */
    private static final float MIN_SCORE = 0.5f;
    private static final float OVERLAP = 0.5f;
    private static final double WELL_SEEN = 0.6;

    @Test
    void it_finds_the_people_that_yolox_finds() throws IOException {
        ModelFile nano = TestModels.file("nanodet");
        ModelFile yolox = TestModels.file("yolox-nano");
        try (PersonDetector first = NanoDet.detector(open(nano), nano.card().input(), MIN_SCORE,
                RealNanoDetTest::asItIs);
                PersonDetector second = new YoloxDetector(open(yolox), yolox.card().input(), MIN_SCORE,
                        YoloxBoxes.IN_CELLS, RealNanoDetTest::asItIs)) {
            long byNano = met(first);
            long byYolox = met(second);

            assertThat(byNano).isBetween(byYolox - 1, byYolox + 1).isEqualTo(PeoplePictures.wellSeen().size());
        }
    }

    @Test
    void a_closer_look_finds_people_again_and_nobody_where_nobody_is() throws IOException {
        ModelFile nano = TestModels.file("nanodet");
        try (PersonDetector detector = NanoDet.detector(open(nano), nano.card().input(), MIN_SCORE,
                RealNanoDetTest::asItIs)) {
            for (PeoplePictures.Person person : PeoplePictures.wellSeen()) {
                try (Frame frame = person.frame()) {
                    Box corner = new Box(0, 0, person.box().width() / 8, person.box().height() / 8);

                    assertThat(detector.closer(frame, person.box(), (_, _) -> {}).orElseThrow())
                            .isGreaterThan(WELL_SEEN);
                    assertThat(detector.closer(frame, corner, (_, _) -> {}).orElseThrow()).isLessThan(WELL_SEEN);
                }
            }
        }
    }

    @Test
    void a_closer_look_at_a_spine_is_less_sure_than_the_first_one() throws IOException {
        ModelFile nano = TestModels.file("nanodet");
        Path picture = Shared.file("data/wild/pictures/pad08.jpg");
        try (PersonDetector detector = NanoDet.detector(open(nano), nano.card().input(), MIN_SCORE,
                RealNanoDetTest::asItIs); Frame frame = TestFrames.load(picture)) {
            Detection spine = detector.detect(frame, (_, _) -> {}).getFirst();

            assertThat(detector.closer(frame, spine.box().orElseThrow(), (_, _) -> {}).orElseThrow())
                    .isLessThan(spine.score() - 0.1);
        }
    }

    private static Session open(ModelFile file) {
        return Sessions.open(file, SessionOptions.onCpu(2));
    }

    /** How many of the people with keypoints are found. */
    private static long met(PersonDetector detector) throws IOException {
        Map<Path, List<Detection>> found = new HashMap<>();
        long met = 0;
        for (PeoplePictures.Person person : PeoplePictures.wellSeen()) {
            if (!found.containsKey(person.picture())) {
                try (Frame frame = person.frame()) {
                    found.put(person.picture(), detector.detect(frame, (step, nanos) -> {}));
                }
            }
            boolean seen = found.get(person.picture()).stream()
                    .anyMatch(each -> box(each.region()).iou(person.box()) > OVERLAP);
            met += seen ? 1 : 0;
        }
        return met;
    }

    private static Region asItIs(Box box) {
        return new Region(box.centerX(), box.centerY(), box.width(), box.height(), 0);
    }

    private static Box box(Region region) {
        return new Box(region.centerX() - region.width() / 2, region.centerY() - region.height() / 2, region.width(),
                region.height());
    }
}
