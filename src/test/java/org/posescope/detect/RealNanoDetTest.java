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
import org.posescope.testkit.TestModels;

/** The real NanoDet, as it is installed, on real pictures beside the real YOLOX. */
class RealNanoDetTest {
    /** What people are found with when nobody chooses another score. */
    private static final float MIN_SCORE = 0.5f;
    private static final float OVERLAP = 0.5f;

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
