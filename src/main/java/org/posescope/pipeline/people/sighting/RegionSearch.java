package org.posescope.pipeline.people.sighting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.posescope.detect.Detection;
import org.posescope.detect.PersonDetector;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.frame.StepListener;
import org.posescope.pipeline.people.sighting.DuplicatePose.Twins;
import org.posescope.pipeline.Job;
import org.posescope.pipeline.people.sighting.Sighting.Evidence;
import org.posescope.pose.Person;
import org.posescope.pose.topdown.PoseObservation;

/**
 * Looks at people whom a detector found until the region fits in which the pose network sees them. Where it is not sure of somebody, other
 * regions are tried, and the surest counts.
 */
public final class RegionSearch {
    private static final float SURE = 0.8f;
    private static final float FITS = 0.5f;
    /** A box may lack a raised leg that is seen in a region which another detector turned. */
    private static final float FITS_TURNED = 0.3f;
    /** A look counts so much where the pose has nothing to do with the detector's box. */
    private static final float WITHOUT_FIT = 0.3f;
    /** Another region must be so much better than the first one. */
    private static final float BETTER = 0.1f;
    private static final float STAYS = 0.85f;

    private final Eyes eyes;
    private final Sight sight;
    private final SecondLook second;
    private final float minPresence;

    /**
     * What looks at a frame.
     *
     * @param pose     what a pose network sees in regions of the frame, or of a copy of it, in their order
     * @param detector what found them
     */
    public record Eyes(Frame frame, BiFunction<Frame, List<Region>, List<PoseObservation>> pose,
            PersonDetector detector, StepListener steps) {
        List<PoseObservation> look(Frame seen, List<Region> regions) {
            return pose.apply(seen, regions);
        }
    }

    /**
     * How long to look.
     *
     * @param most     looks until a region stays
     * @param doubtful people for whom other regions are tried
     * @param untiring whether nothing is left out because the look before showed nobody, or left nothing to gain
     * @param closely  whether the detector looks closer at those who may not be there
     * @param thorough whether it is also asked how a body lies, whether it is seen in a mirror, and who else is there where a look shows
     *                 somebody who is known
     */
    public record Patience(int most, int doubtful, boolean untiring, boolean closely, boolean thorough) {
        public static final Patience STILL = new Patience(5, Integer.MAX_VALUE, true, true, true);
        /** Nobody waits yet, and nothing is known of those who are there. */
        public static final Patience BEGINNING = new Patience(2, 1, true, false, true);
        /** The next frame continues. */
        public static final Patience MOVING = new Patience(2, 1, false, false, true);
        /** Many newcomers at once must not hold up those who are followed. */
        public static final Patience HURRIED = new Patience(1, 0, false, false, false);
        /** So many newcomers at once are looked at thoroughly. */
        private static final int FEW = 2;
        /** After so long a time between two frames nobody is where they were, so that all are looked at thoroughly. */
        private static final long APART_MICROS = 700_000;

        /** With so many newcomers in the frame of a job. */
        public static Patience of(Job job, int newcomers) {
            if (job.source().kind().still()) {
                return STILL;
            }
            boolean first = job.gapMicros().isEmpty() || job.gapMicros().getAsLong() > APART_MICROS;
            if (first) {
                return BEGINNING;
            }
            return newcomers <= FEW ? MOVING : HURRIED;
        }
    }

    public RegionSearch(Eyes eyes, Sight sight, float minPresence) {
        this.eyes = eyes;
        this.sight = sight;
        this.second = new SecondLook(eyes, sight.scoring());
        this.minPresence = minPresence;
    }

    /**
     * Those of them whom the pose network sees, in their order.
     *
     * @param known who is in the frame already
     */
    public List<Sighting> people(List<Detection> found, List<Person> known, Patience patience) {
        List<Look> looks = looks(found, eyes.frame(), patience);
        List<Look> surer = patience.thorough ? second.mirrored(toldApart(second.boxed(looks), known, patience)) : looks;
        return (patience.closely ? second.closer(surer) : surer).stream().map(Look::sighting).toList();
    }

    /**
     * What became of a detection.
     *
     * @param aligned  the detection as it was looked at
     * @param sighting the best of all looks
     */
    record Look(Detection found, Detection aligned, Sighting sighting) {
        Look with(Evidence evidence) {
            return new Look(found, aligned, sighting.with(evidence));
        }
    }

    private List<Look> looks(List<Detection> found, Frame frame, Patience patience) {
        List<Detection> usable = new ArrayList<>();
        List<Detection> aligned = new ArrayList<>();
        for (Detection each : found) {
            Detection turned = patience.thorough ? aligned(each, frame) : each;
            if (usable(turned.region())) {
                usable.add(each);
                aligned.add(turned);
            }
        }
        List<Sighting> best = best(aligned, frame, patience);
        return IntStream.range(0, best.size()).mapToObj(i -> new Look(usable.get(i), aligned.get(i), best.get(i)))
                .filter(each -> each.sighting().presence() >= minPresence).toList();
    }

    private List<Sighting> best(List<Detection> aligned, Frame frame, Patience patience) {
        List<Sighting> best = settle(aligned, frame, patience);
        List<Integer> doubtful = IntStream.range(0, best.size()).boxed()
                .filter(i -> aligned.get(i).box().isPresent() && !good(best.get(i), aligned.get(i)))
                .limit(patience.doubtful)
                .toList();
        if (patience.untiring) {
            improve(best, doubtful, aligned, _ -> true, frame, patience);
        } else {
            improve(best, doubtful, aligned, region -> region.rotation() == 0, frame, patience);
            List<Integer> missing = doubtful.stream().filter(i -> best.get(i).presence() < minPresence).toList();
            improve(best, missing, aligned, region -> region.rotation() != 0, frame, patience);
        }
        return best;
    }

    /** Puts looks at other regions in the place of some that are not so good. */
    private void improve(List<Sighting> best, List<Integer> doubtful, List<Detection> aligned,
            Predicate<Region> regions,
            Frame frame, Patience patience) {
        List<Detection> others = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        for (int i : doubtful) {
            others(aligned.get(i), regions).forEach(other -> {
                others.add(other);
                owners.add(i);
            });
        }
        List<Sighting> tried = settle(others, frame, patience);
        for (int i : doubtful) {
            IntStream.range(0, tried.size()).filter(other -> owners.get(other) == i).mapToObj(tried::get)
                    .max(Comparator.comparingDouble(RegionSearch::quality))
                    .filter(other -> quality(other) > quality(best.get(i)) + BETTER)
                    .ifPresent(other -> best.set(i, other));
        }
    }

    /** Where a look showed somebody who is known, or whom a surer one showed, they are painted over: the next look shows who else is there. */
    private List<Look> toldApart(List<Look> looks, List<Person> known, Patience patience) {
        List<Look> surest = looks.stream()
                .sorted(Comparator.comparingDouble((Look each) -> quality(each.sighting())).reversed()).toList();
        Twins twins = Twins.among(surest, known);
        if (twins.looks().isEmpty()) {
            return looks;
        }
        List<Look> apart = new ArrayList<>(looks);
        try (PaintedOver painted = new PaintedOver(eyes.frame(), twins.shown())) {
            List<Detection> again = twins.looks().stream().map(Look::found).toList();
            for (Look other : looks(again, painted.frame(), patience)) {
                if (fits(other.sighting(), other.aligned()) && twins.tells(other.sighting().person())) {
                    apart.replaceAll(each -> each.found().equals(other.found()) ? other : each);
                    twins.there().add(other.sighting().person());
                }
            }
        }
        return apart;
    }

    private boolean usable(Region region) {
        return region.usable(eyes.frame().width(), eyes.frame().height());
    }

    private Detection aligned(Detection found, Frame frame) {
        return found.turned() ? found : eyes.detector().align(frame, found, eyes.steps()).orElse(found);
    }

    private List<Detection> others(Detection detection, Predicate<Region> regions) {
        return sight.alternatives().apply(detection.box().orElseThrow()).stream().filter(regions).filter(this::usable)
                .filter(region -> !region.equals(detection.region()))
                .map(region -> new Detection(region, detection.score(), detection.box())).toList();
    }

    private static boolean good(Sighting sighting, Detection detection) {
        return sighting.presence() >= SURE && fits(sighting, detection);
    }

    private static boolean fits(Sighting sighting, Detection detection) {
        return sighting.evidence().fit() >= (detection.turned() ? FITS_TURNED : FITS);
    }

    private static float quality(Sighting sighting) {
        return sighting.presence() * (WITHOUT_FIT + (1 - WITHOUT_FIT) * sighting.evidence().fit());
    }

    /**
     * Looks where a detection says, and again where the body turned out to be: a detector's region is rough. The last look that shows
     * somebody counts.
     */
    private List<Sighting> settle(List<Detection> detections, Frame frame, Patience patience) {
        List<Sighting> settled = new ArrayList<>(
                look(detections, detections.stream().map(Detection::region).toList(), frame));
        List<Integer> moving = IntStream.range(0, settled.size()).boxed()
                .filter(i -> patience.untiring || moves(settled.get(i))).toList();
        for (int looks = 1; looks < patience.most && !moving.isEmpty(); looks++) {
            List<Sighting> again = look(moving.stream().map(detections::get).toList(),
                    moving.stream().map(i -> again(settled.get(i))).toList(), frame);
            List<Integer> stillMoving = new ArrayList<>();
            for (int k = 0; k < again.size(); k++) {
                Sighting newest = again.get(k);
                if (newest.presence() >= minPresence) {
                    settled.set(moving.get(k), newest);
                }
                if (moves(newest)) {
                    stillMoving.add(moving.get(k));
                }
            }
            moving = stillMoving;
        }
        return settled;
    }

    /** Whether somebody is seen, but not where they were looked for. */
    private boolean moves(Sighting sighting) {
        return sighting.presence() >= minPresence && sighting.steadiness() < STAYS;
    }

    private Region again(Sighting sighting) {
        return usable(sighting.next()) ? sighting.next() : sighting.region();
    }

    private List<Sighting> look(List<Detection> detections, List<Region> regions, Frame frame) {
        List<PoseObservation> seen = eyes.look(frame, regions);
        return IntStream.range(0, regions.size()).mapToObj(i -> new Sighting(regions.get(i), seen.get(i),
                Evidence.of(detections.get(i), seen.get(i).person(), frame))).toList();
    }
}
