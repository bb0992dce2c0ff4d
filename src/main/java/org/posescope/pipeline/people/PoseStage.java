package org.posescope.pipeline.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.posescope.detect.Detection;
import org.posescope.detect.PersonDetector;
import org.posescope.error.Cleanup;
import org.posescope.frame.Region;
import org.posescope.pipeline.Job;
import org.posescope.pipeline.Stage;
import org.posescope.plan.Following;
import org.posescope.pose.Person;
import org.posescope.pose.topdown.PoseObservation;
import org.posescope.track.Tracker;

/**
 * Follows people from frame to frame: each person's pose tells where to look for them in the next frame, so that the detector is
 * needed only for newcomers and when somebody was lost. Frames come in order.
 */
final class PoseStage implements Stage {
    private static final float SAME_PLACE = 0.4f;
    private static final Comparator<PoseObservation> SUREST_FIRST = Comparator
            .comparingDouble((PoseObservation observation) -> observation.person().score()).reversed();

    private final Following following;
    private final float minPresence;
    private final float minNewcomer;
    private final PerMode<PersonDetector> detectors;
    private final SideLook sideLook;
    private final PerMode<PoseCrew> crews;
    private final Tracker tracker;
    private List<Region> followed = List.of();
    private LostSearch search = new LostSearch();
    private long epoch;

    /** @param usualThreshold 0..1, of a person, where the plan says none */
    PoseStage(Following following, double usualThreshold, PerMode<PersonDetector> detectors, PerMode<PoseCrew> crews,
            Tracker tracker) {
        this.following = following;
        this.minPresence = following.minPresence(usualThreshold);
        this.minNewcomer = following.minNewcomer(usualThreshold);
        this.detectors = detectors;
        this.sideLook = new SideLook(detectors);
        this.crews = crews;
        this.tracker = tracker;
    }

    @Override
    public void process(Job job) {
        if (job.epoch() != epoch || job.source().kind().still()) {
            epoch = job.epoch();
            followed = List.of();
            search = new LostSearch();
            tracker.restart();
        }
        List<PoseObservation> seen = sideLook.during(job, () -> observe(job, followed));
        if (DetectorLook.found(job).isPresent() || followed.isEmpty() || seen.size() < followed.size()
                || search.due()) {
            seen.addAll(newcomers(job, seen));
        }
        List<PoseObservation> people = withoutDoubles(seen);
        search.frame(people.size() < followed.size());
        followed = people.stream().map(PoseObservation::nextRegion).toList();
        job.people(identify(job, people.stream().map(PoseObservation::person).toList()));
    }

    /** The people in the regions; regions in which nobody is are left out. */
    private List<PoseObservation> observe(Job job, List<Region> regions) {
        List<PoseObservation> people = new ArrayList<>(
                estimate(job, regions.stream().filter(r -> usable(job, r)).toList()));
        people.removeIf(this::nobody);
        return people;
    }

    private List<PoseObservation> estimate(Job job, List<Region> regions) {
        return crews.get(job.mode()).estimate(job.frame(), regions, job);
    }

    private static boolean usable(Job job, Region region) {
        return Regions.usable(region, job.frame().width(), job.frame().height());
    }

    private boolean nobody(PoseObservation observation) {
        return observation.person().score() < minPresence;
    }

    private List<PoseObservation> newcomers(Job job, List<PoseObservation> known) {
        float minScore = job.source().kind().still() ? 0 : minNewcomer;
        List<Detection> detections = DetectorLook.found(job)
                .orElseGet(() -> detectors.get(job.mode()).detect(job.frame(), job));
        List<Region> unknown = detections.stream().filter(detection -> detection.score() >= minScore)
                .map(Detection::region).filter(region -> usable(job, region))
                .filter(region -> known.stream().noneMatch(person -> samePlace(region, person.nextRegion())))
                .limit(Math.max(0, following.maxPeople() - known.size())).toList();
        List<PoseObservation> people = new ArrayList<>(lookTwice(job, unknown));
        people.removeIf(this::nobody);
        return people;
    }

    /** A detector's region is rough; the pose found in it tells the right one for a second look. The surer look counts. */
    private List<PoseObservation> lookTwice(Job job, List<Region> rough) {
        List<PoseObservation> first = estimate(job, rough);
        List<PoseObservation> second = estimate(job, IntStream.range(0, first.size()).mapToObj(i -> {
            Region aligned = first.get(i).nextRegion();
            return usable(job, aligned) ? aligned : rough.get(i);
        }).toList());
        return IntStream.range(0, first.size())
                .mapToObj(i -> second.get(i).person().score() >= minPresence ? second.get(i) : first.get(i))
                .toList();
    }

    private static boolean samePlace(Region a, Region b) {
        return Regions.overlap(a, b) > SAME_PLACE;
    }

    /** Two regions that slid onto the same body give the same person twice; the surer one stays. */
    private static List<PoseObservation> withoutDoubles(List<PoseObservation> observations) {
        List<PoseObservation> kept = new ArrayList<>();
        observations.stream().sorted(SUREST_FIRST)
                .filter(each -> kept.stream().noneMatch(other -> DuplicatePose.same(each.person(), other.person())))
                .forEach(kept::add);
        return kept;
    }

    private List<Person> identify(Job job, List<Person> people) {
        if (!following.track()) {
            return people;
        }
        long start = System.nanoTime();
        List<Person> identified = tracker.update(people, job.frame().ptsMicros());
        job.took("track", System.nanoTime() - start);
        return identified;
    }

    @Override
    public void close() {
        Cleanup.all(sideLook::close, detectors::close, crews::close);
    }
}
