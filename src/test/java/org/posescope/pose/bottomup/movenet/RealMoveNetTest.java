package org.posescope.pose.bottomup.movenet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.posescope.frame.Frame;
import org.posescope.infer.SessionOptions;
import org.posescope.infer.Sessions;
import org.posescope.model.ModelFile;
import org.posescope.pose.Camera;
import org.posescope.pose.Person;
import org.posescope.testkit.PeoplePictures;
import org.posescope.testkit.TestModels;

/** The real MoveNet MultiPose, as it is installed, on real pictures. */
class RealMoveNetTest {
    private static final float OVERLAP = 0.5f;

    @Test
    void everybody_who_is_well_seen_is_found_at_the_usual_threshold_and_hardly_anybody_else() throws IOException {
        ModelFile file = TestModels.file("movenet-multipose");
        Map<Path, List<Person>> found = new HashMap<>();
        try (MoveNet network = new MoveNet(Sessions.open(file, SessionOptions.onCpu(2)), file.card().input(),
                OptionalInt.empty())) {
            for (PeoplePictures.Person person : PeoplePictures.wellSeen()) {
                if (!found.containsKey(person.picture())) {
                    try (Frame frame = person.frame()) {
                        found.put(person.picture(),
                                network.estimate(frame, new Camera(600, 320, 240), (step, nanos) -> {}).stream()
                                        .filter(each -> each.score() >= file.card().usualThreshold()).toList());
                    }
                }
                assertThat(found.get(person.picture()))
                        .anyMatch(each -> each.box().iou(person.box()) > OVERLAP && each.score() <= 1);
            }
        }
        assertThat(found.values().stream().mapToInt(List::size).sum()).isLessThanOrEqualTo(PeoplePictures.all().size());
    }
}
