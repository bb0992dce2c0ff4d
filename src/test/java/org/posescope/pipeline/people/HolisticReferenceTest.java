package org.posescope.pipeline.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.posescope.frame.Frame;
import org.posescope.frame.StepListener;
import org.posescope.infer.Sessions;
import org.posescope.model.DetailModels;
import org.posescope.model.ModelCatalog;
import org.posescope.plan.NetworkChoice;
import org.posescope.pose.Box;
import org.posescope.pose.Face;
import org.posescope.pose.Hand;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Skeletons;
import org.posescope.pose.detail.PartFinder;
import org.posescope.pose.detail.SeenPart;
import org.posescope.testkit.Shared;
import org.posescope.testkit.TestFrames;
import org.posescope.testkit.TestModels;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Hands and faces beside those that the published program found in the same pictures, near the poses that it found. */
class HolisticReferenceTest {
    private final List<String> told = new ArrayList<>();

    /**
     * How two programs agree.
     *
     * @param both   found by both
     * @param alone  found by one of them
     * @param errors of each point, in units of the size of the hand or the width of the face
     */
    private record Agreement(int both, int alone, List<Double> errors) {
        static final Agreement NONE = new Agreement(0, 0, List.of());

        Agreement and(Optional<Keypoints> ours, Optional<List<Keypoint>> theirs, boolean byWidth) {
            if (ours.isEmpty() || theirs.isEmpty()) {
                return new Agreement(both, ours.isPresent() == theirs.isPresent() ? alone : alone + 1, errors);
            }
            Box box = Box.around(theirs.get());
            double size = byWidth ? box.width() : Math.max(box.width(), box.height());
            List<Double> all = new ArrayList<>(errors);
            for (int i = 0; i < theirs.get().size(); i++) {
                Keypoint a = ours.get().points().get(i);
                Keypoint b = theirs.get().get(i);
                all.add(Math.hypot(a.x() - b.x(), a.y() - b.y()) / size);
            }
            return new Agreement(both + 1, alone, all);
        }

        double median() {
            double[] sorted = errors.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return sorted[sorted.length / 2];
        }

        /** Median of the points that come after the 468 of the plain network. */
        double irises() {
            List<Double> irises = new ArrayList<>();
            for (int k = 0; k < errors.size(); k++) {
                if (k % Skeletons.FACE478.size() >= Skeletons.FACE468.size()) {
                    irises.add(errors.get(k));
                }
            }
            return new Agreement(both, alone, irises).median();
        }

        double found() {
            return (double) both / (both + alone);
        }
    }

    @Test
    void hands_and_faces_are_where_the_published_program_finds_them() throws IOException {
        JsonNode pictures = new ObjectMapper().readTree(Shared.file("fixtures/holistic/holistic.json").toFile());
        Agreement hands = Agreement.NONE;
        Agreement faces = Agreement.NONE;
        Agreement refinedFaces = Agreement.NONE;
        TopDownNetworks networks = networks("whole-body");
        try (PartFinder<Hand> hand = networks.hands(1);
                PartFinder<Face> face = networks.face(1);
                PartFinder<Face> refined = networks("whole-body-irises").face(1)) {
            for (Map.Entry<String, JsonNode> picture : pictures.properties()) {
                JsonNode truth = picture.getValue();
                try (Frame frame = TestFrames.load(Shared.file("data/wild/pictures/" + picture.getKey()))) {
                    Keypoints pose = new Keypoints(Skeletons.BLAZEPOSE33, points(truth, "pose").orElseThrow());
                    List<String> sides = List.of("left_hand", "right_hand");
                    for (int side = 0; side < sides.size(); side++) {
                        Optional<Keypoints> ours = look(hand, PartKind.HANDS.get(side), pose, frame);
                        hands = hands.and(ours, points(truth, sides.get(side)), false);
                        tell(picture.getKey() + " " + sides.get(side), ours, points(truth, sides.get(side)));
                    }
                    Optional<Keypoints> ours = look(face, PartKind.FACE.getFirst(), pose, frame);
                    faces = faces.and(ours, points(truth, "face"), true);
                    tell(picture.getKey() + " face", ours, points(truth, "face"));
                    refinedFaces = refinedFaces.and(look(refined, PartKind.FACE.getFirst(), pose, frame),
                            points(truth, "face_refined"), true);
                }
            }
        }
        assertThat(hands.found()).as("hands %s", told).isGreaterThanOrEqualTo(0.9);
        assertThat(faces.found()).as("faces %s", told).isGreaterThanOrEqualTo(0.9);
        assertThat(hands.median()).isLessThan(0.02);
        assertThat(faces.median()).isLessThan(0.02);
        assertThat(refinedFaces.found()).as("with irises").isGreaterThanOrEqualTo(0.9);
        assertThat(refinedFaces.median()).isLessThan(0.02);
        assertThat(refinedFaces.irises()).isLessThan(0.02);
    }

    private void tell(String what, Optional<Keypoints> ours, Optional<List<Keypoint>> theirs) {
        if (ours.isPresent() && theirs.isPresent()) {
            told.add(what + " " + Agreement.NONE.and(ours, theirs, false).median());
        } else if (ours.isPresent() != theirs.isPresent()) {
            told.add(what + (ours.isPresent() ? " by us alone" : " by them alone"));
        }
    }

    private static <P> Optional<Keypoints> look(PartFinder<P> finder, PartKind<P> kind, Keypoints pose, Frame frame) {
        return kind.around().apply(pose)
                .flatMap(around -> finder.find(frame, around, Optional.empty(), StepListener.NONE))
                .map(SeenPart::points);
    }

    private static Optional<List<Keypoint>> points(JsonNode truth, String name) {
        List<Keypoint> points = new ArrayList<>();
        for (JsonNode point : truth.get(name)) {
            points.add(new Keypoint(point.get(0).floatValue() * truth.get("width").intValue(),
                    point.get(1).floatValue() * truth.get("height").intValue(),
                    point.has(3) ? point.get(3).floatValue() : 1));
        }
        return points.isEmpty() ? Optional.empty() : Optional.of(points);
    }

    private static TopDownNetworks networks(String preset) {
        DetailModels<String> details = ModelCatalog.bundled().preset(preset).details().orElseThrow();
        return new TopDownNetworks(TestModels.file("blazepose-detector"), Optional.empty(),
                TestModels.file("blazepose-full"), Optional.empty(), Optional.of(details.map(TestModels::file)), 0.5f,
                NetworkChoice.DEFAULT, Sessions::open);
    }
}
