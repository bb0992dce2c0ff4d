package org.posescope.pipeline.people.sighting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.posescope.detect.Detection;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
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
    private final float minPresence;

    /** What looks at a frame. */
    public interface Eyes {
        Frame frame();

        boolean usable(Region region);

        /** What a pose network sees in the regions, in their order. */
        List<PoseObservation> look(List<Region> regions);

        /** As {@link org.posescope.detect.PersonDetector#align}. */
        Optional<Detection> align(Detection found);
    }

    /**
     * How long to look.
     *
     * @param most     looks until a region stays
     * @param doubtful people for whom other regions are tried
     * @param thorough whether it is also asked how a body lies, and whether it is seen in a mirror
     */
    public record Patience(int most, int doubtful, boolean thorough) {
        public static final Patience STILL = new Patience(5, Integer.MAX_VALUE, true);
        /** The next frame continues. */
        public static final Patience MOVING = new Patience(2, 1, true);
        /** Many newcomers at once must not hold up those who are followed. */
        public static final Patience HURRIED = new Patience(1, 0, false);
    }

    public RegionSearch(Eyes eyes, Sight sight, float minPresence) {
        this.eyes = eyes;
        this.sight = sight;
        this.minPresence = minPresence;
    }

    /** Those of them whom the pose network sees, in their order. */
    public List<Sighting> people(List<Detection> found, Patience patience) {
        List<Detection> aligned = found.stream().map(each -> patience.thorough ? aligned(each) : each)
                .filter(each -> eyes.usable(each.region())).toList();
        List<Sighting> people = settle(aligned, patience.most);
        List<Integer> doubtful = IntStream.range(0, people.size()).boxed()
                .filter(i -> aligned.get(i).box().isPresent() && !good(people.get(i), aligned.get(i)))
                .limit(patience.doubtful)
                .toList();
        List<Detection> others = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        for (int i : doubtful) {
            others(aligned.get(i)).forEach(other -> {
                others.add(other);
                owners.add(i);
            });
        }
        List<Sighting> tried = settle(others, patience.most);
        List<Sighting> best = new ArrayList<>(people);
        for (int i : doubtful) {
            IntStream.range(0, tried.size()).filter(other -> owners.get(other) == i).mapToObj(tried::get)
                    .max(Comparator.comparingDouble(RegionSearch::quality))
                    .filter(other -> quality(other) > quality(people.get(i)) + BETTER)
                    .ifPresent(other -> best.set(i, other));
        }
        return doubted(IntStream.range(0, best.size()).filter(i -> best.get(i).presence() >= minPresence)
                .mapToObj(i -> new Candidate(best.get(i), aligned.get(i).turned() || !patience.thorough)).toList());
    }

    /** @param agreed whether two detectors say that somebody is there, or there is no time to doubt it */
    private record Candidate(Sighting sighting, boolean agreed) {}

    /** Of whom one detector says alone that they are there, a look in a mirror tells how sure the pose network is. */
    private List<Sighting> doubted(List<Candidate> people) {
        if (sight.scoring() == Scoring.BY_POSE) {
            return people.stream().map(Candidate::sighting).toList();
        }
        List<Region> mirrored = people.stream().filter(each -> !each.agreed())
                .map(each -> mirrored(each.sighting().region())).toList();
        Iterator<PoseObservation> seen = eyes.look(mirrored).iterator();
        return people.stream().map(each -> each.agreed()
                ? each.sighting()
                : each.sighting().doubted(seen.next().person().score())).toList();
    }

    private static Region mirrored(Region region) {
        return new Region(region.centerX(), region.centerY(), -region.width(), region.height(), region.rotation());
    }

    private Detection aligned(Detection found) {
        return found.turned() ? found : eyes.align(found).orElse(found);
    }

    private List<Detection> others(Detection detection) {
        return sight.alternatives().apply(detection.box().orElseThrow()).stream().filter(eyes::usable)
                .filter(region -> !region.equals(detection.region()))
                .map(region -> new Detection(region, detection.score(), detection.box())).toList();
    }

    private static boolean good(Sighting sighting, Detection detection) {
        return sighting.presence() >= SURE && sighting.evidence().fit() >= (detection.turned() ? FITS_TURNED : FITS);
    }

    private static float quality(Sighting sighting) {
        return sighting.presence() * (WITHOUT_FIT + (1 - WITHOUT_FIT) * sighting.evidence().fit());
    }

    /**
     * Looks where a detection says, and again where the body turned out to be: a detector's region is rough. The last look that shows
     * somebody counts.
     */
    private List<Sighting> settle(List<Detection> detections, int most) {
        List<Sighting> settled = new ArrayList<>(look(detections, detections.stream().map(Detection::region).toList()));
        List<Integer> moving = IntStream.range(0, settled.size()).boxed().toList();
        for (int looks = 1; looks < most && !moving.isEmpty(); looks++) {
            List<Sighting> again = look(moving.stream().map(detections::get).toList(),
                    moving.stream().map(i -> again(settled.get(i))).toList());
            List<Integer> stillMoving = new ArrayList<>();
            for (int k = 0; k < again.size(); k++) {
                Sighting newest = again.get(k);
                if (newest.presence() >= minPresence) {
                    settled.set(moving.get(k), newest);
                    if (newest.steadiness() < STAYS) {
                        stillMoving.add(moving.get(k));
                    }
                }
            }
            moving = stillMoving;
        }
        return settled;
    }

    private Region again(Sighting sighting) {
        return eyes.usable(sighting.next()) ? sighting.next() : sighting.region();
    }

    private List<Sighting> look(List<Detection> detections, List<Region> regions) {
        List<PoseObservation> seen = eyes.look(regions);
        return IntStream.range(0, regions.size()).mapToObj(i -> new Sighting(regions.get(i), seen.get(i),
                Evidence.of(detections.get(i), seen.get(i).person(), eyes.frame()))).toList();
    }
}
