package org.posescope.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

import org.posescope.error.Cleanup;
import org.posescope.error.Waiting;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.frame.StepListener;
import org.posescope.pose.Alignment;
import org.posescope.pose.Box;

/**
 * Two detectors that make up for each other: a finder says where people are, small ones and many too, and another sees how they lie.
 * Where both see somebody, the turned region stays, with the box of the finder.
 */
public final class JoinedDetector implements PersonDetector {
    /** What the finder's score gains where the other sees somebody, too (docs/measurements.md). */
    private static final float AGREED = 0.07f;
    /** Of somebody whom the other sees alone, on the scale of the finder: for a score of 0, and more for a score of 1. */
    private static final float ALONE = 0.22f;
    private static final float ALONE_GAIN = 0.66f;
    private static final String FIND = "find";
    private static final float INSIDE = 0.85f;
    private static final Comparator<Detection> BEST_FIRST = Comparator.comparingDouble(Detection::score).reversed();

    private final PersonDetector aligning;
    private final PersonDetector finder;
    private final boolean atOnce;
    private final ExecutorService helper = Waiting.helpers("posescope-align-helper", 1);

    /**
     * Takes over both.
     *
     * @param aligning gives turned regions
     * @param finder   gives upright boxes
     * @param atOnce   whether both look at a frame at the same time, so that it waits for the slower one alone; for networks of one thread,
     *                 which do not make each other wait
     */
    public JoinedDetector(PersonDetector aligning, PersonDetector finder, boolean atOnce) {
        this.aligning = aligning;
        this.finder = finder;
        this.atOnce = atOnce;
    }

    @Override
    public List<Detection> detect(Frame frame, StepListener steps) {
        if (!atOnce) {
            return joined(aligning.detect(frame, steps), finder.detect(frame, finding(steps)));
        }
        Future<List<Detection>> look = helper.submit(() -> aligning.detect(frame, steps));
        List<Detection> boxes = Cleanup.onFailure(() -> finder.detect(frame, finding(steps)),
                () -> Waiting.until(look));
        return joined(Waiting.until(look), boxes);
    }

    /** The finder's look alone: whoever is certain is somebody whom it sees, and how newcomers lie {@link #align} tells. */
    @Override
    public List<Detection> glance(Frame frame, StepListener steps) {
        return finder.detect(frame, finding(steps));
    }

    private static List<Detection> joined(List<Detection> regions, List<Detection> boxes) {
        List<Detection> turned = new ArrayList<>(regions);
        List<Detection> people = new ArrayList<>();
        for (Detection found : boxes) {
            Box box = found.box().orElseThrow();
            Optional<Detection> same = turned.stream().filter(each -> Alignment.mayBeOf(each.region(), box))
                    .findFirst();
            same.ifPresent(turned::remove);
            people.add(same.map(each -> joined(each, found)).orElse(found));
        }
        turned.removeIf(each -> people.stream().flatMap(person -> person.box().stream())
                .anyMatch(box -> partOf(each.region(), box)));
        turned.forEach(each -> people.add(new Detection(each.region(), alone(each.score()))));
        people.sort(BEST_FIRST);
        return people;
    }

    private static Detection joined(Detection turned, Detection found) {
        float score = Math.max(Math.min(1, found.score() + AGREED), alone(turned.score()));
        return new Detection(turned.region(), score, found.box());
    }

    /** Of somebody in a box whom it saw whole, the finder does not miss one in front; the other sees bodies in large faces. */
    private static boolean partOf(Region region, Box body) {
        float side = region.width();
        Box square = new Box(region.centerX() - side / 2, region.centerY() - side / 2, side, side);
        return square.intersection(body) > INSIDE * square.area();
    }

    private static float alone(float score) {
        return ALONE + ALONE_GAIN * score;
    }

    @Override
    public Optional<Detection> align(Frame frame, Detection found, StepListener steps) {
        return aligning.align(frame, found, steps)
                .map(each -> new Detection(each.region(), Math.min(1, found.score() + AGREED), found.box()));
    }

    @Override
    public OptionalDouble closer(Frame frame, Box box, StepListener steps) {
        return finder.closer(frame, box, finding(steps));
    }

    private static StepListener finding(StepListener steps) {
        return (_, nanos) -> steps.took(FIND, nanos);
    }

    @Override
    public void close() {
        Cleanup.all(() -> Waiting.end(helper), aligning::close, finder::close);
    }
}
