package org.posescope.body.hand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.posescope.frame.StepListener;
import org.posescope.infer.SessionOptions;
import org.posescope.infer.Sessions;
import org.posescope.model.DetailModels;
import org.posescope.model.ModelCatalog;
import org.posescope.model.ModelFile;
import org.posescope.pose.Hand;
import org.posescope.pose.detail.PartFinder;
import org.posescope.pose.detail.SeenPart;
import org.posescope.pose.hand.HandLandmarks;
import org.posescope.pose.hand.HandRecrop;
import org.posescope.pose.hand.HandRegions;
import org.posescope.testkit.TestModels;

/**
 * Our own hand in known poses, drawn, seen by the published networks in two frames of a video, and fitted: the whole way from pixels to
 * fingers.
 */
class RenderedHandsTest {
    private final RenderedHand rendered = new RenderedHand();

    /**
     * What came of a picture.
     *
     * @param error mean angle of the joints of the fingers to the true ones, degrees
     * @param bend  of the four fingers together, mean, degrees
     */
    private record Fit(HandShape shape, double error, double bend) {}

    private static PartFinder<Hand> finder() {
        DetailModels<ModelFile> files = ModelCatalog.bundled().preset("whole-body").details().orElseThrow()
                .map(TestModels::file);
        return new PartFinder<>(
                new HandRecrop(Sessions.open(files.handRegion(), SessionOptions.onCpu(1)),
                        files.handRegion().card().input()),
                new HandLandmarks(Sessions.open(files.hand(), SessionOptions.onCpu(1)), files.hand().card().input()),
                HandRegions.FOLLOW);
    }

    @Test
    void fingers_of_rendered_hands_are_found_and_a_fist_is_never_taken_for_an_open_hand() {
        List<Fit> fits = new ArrayList<>();
        try (PartFinder<Hand> finder = finder()) {
            for (HandShape shape : HandShape.values()) {
                RenderedHand.VIEWS.forEach(view -> look(finder, shape, view).ifPresent(fits::add));
            }
        }

        assertThat(fits).hasSizeGreaterThan(33);
        assertThat(meanError(fits)).as("%s", fits).isLessThan(19);
        assertThat(meanError(of(HandShape.OPEN, fits))).as("%s", fits).isLessThan(14);
        assertThat(of(HandShape.FIST, fits)).isNotEmpty().allMatch(fit -> fit.bend > 110);
        assertThat(of(HandShape.OPEN, fits)).isNotEmpty().allMatch(fit -> fit.bend < 70);
    }

    private static List<Fit> of(HandShape shape, List<Fit> fits) {
        return fits.stream().filter(fit -> fit.shape == shape).toList();
    }

    private static double meanError(List<Fit> fits) {
        return fits.stream().mapToDouble(Fit::error).average().orElseThrow();
    }

    private Optional<Fit> look(PartFinder<Hand> finder, HandShape shape, double[] view) {
        try (RenderedHand.Picture picture = rendered.picture(shape.pose(), view)) {
            return HandRegions.ofPose(picture.pose(), "left_")
                    .flatMap(around -> {
                        Optional<SeenPart<Hand>> first = finder.find(picture.frame(), around, Optional.empty(),
                                StepListener.NONE);
                        return first.flatMap(_ -> finder.find(picture.frame(), around, first, StepListener.NONE));
                    }).map(SeenPart::part).map(hand -> fit(shape, hand));
        }
    }

    private Fit fit(HandShape shape, Hand hand) {
        HandPose found = new HandSolver(rendered.figure()).solve(hand);
        double bend = found.angles().stream().skip(1).mapToDouble(finger -> Math.toDegrees(
                finger[Finger.BEND] + finger[Finger.MIDDLE_BEND] + finger[Finger.LAST_BEND])).average().orElseThrow();
        return new Fit(shape, SeenHand.error(rendered.figure(), shape.pose(), found), bend);
    }
}
