package org.posescope.pipeline.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.posescope.detect.Detection;
import org.posescope.detect.PersonDetector;
import org.posescope.error.Cleanup;
import org.posescope.frame.Frame;
import org.posescope.frame.Region;
import org.posescope.pipeline.Job;
import org.posescope.pipeline.Stage;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.people.DetectSchedule.Calm;
import org.posescope.pipeline.people.DetectSchedule.Calm.Moment;
import org.posescope.pipeline.people.DetectSchedule.EmptyRoom;
import org.posescope.pipeline.people.DetectSchedule.LostSearch;
import org.posescope.pipeline.people.DetectStage.SideLook;
import org.posescope.pipeline.people.crew.PoseCrew;
import org.posescope.pipeline.people.crew.Relay.Whereabouts;
import org.posescope.pipeline.people.foresight.Foresight;
import org.posescope.pipeline.people.foresight.Foresight.Course;
import org.posescope.pipeline.people.foresight.Foresight.Foretold;
import org.posescope.pipeline.people.sighting.Background;
import org.posescope.pipeline.people.sighting.DuplicatePose;
import org.posescope.pipeline.people.sighting.RegionSearch;
import org.posescope.pipeline.people.sighting.RegionSearch.Eyes;
import org.posescope.pipeline.people.sighting.RegionSearch.Patience;
import org.posescope.pipeline.people.sighting.RollCall;
import org.posescope.pipeline.people.sighting.RollCall.TriedPlaces;
import org.posescope.pipeline.people.sighting.Sight;
import org.posescope.pipeline.people.sighting.Sighting;
import org.posescope.pipeline.people.sighting.Sighting.Evidence;
import org.posescope.plan.Plan.Following;
import org.posescope.pose.Person;
import org.posescope.pose.topdown.PoseObservation;
import org.posescope.track.SideKeeper;
import org.posescope.track.Tracker;

/**
 * Follows people from frame to frame: each person's pose tells where to look for them in the next frame, so that the detector is
 * needed only for newcomers and when somebody was lost. Frames come in order. What was seen of somebody in a foretold region counts where
 * that lies near the one that the frame before gives.
 */
final class PoseStage implements Stage {
    /** Of two skeletons on one body, that of somebody who was followed so far counts so much more. */
    private static final float KNOWN = 0.15f;
    /** A region whose next one overlaps it less has gone over to somebody else. */
    private static final float JUMP = 0.25f;

    /** So short a time after a look nobody who was lost among several is looked for. */
    private static final long SOON_MICROS = 150_000;
    /** Those who are no more than so many can be held up. */
    private static final int FEW = 2;

    private final Following following;
    private final float minPresence;
    private final Sight sight;
    private final PerMode<PersonDetector> detectors;
    private final SideLook sideLook;
    private final PerMode<PoseCrew> crews;
    private final Foresight foresight;
    private final Calm calm;
    private final Tracker tracker;
    private final SideKeeper sides = new SideKeeper();
    private List<Followed> followed = List.of();
    private LostSearch search = new LostSearch();
    private EmptyRoom room = new EmptyRoom();
    private TriedPlaces tried = new TriedPlaces();
    private OptionalLong lastLookMicros = OptionalLong.empty();
    private long scene;

    /** Somebody to look at in the next frame. */
    private record Followed(Region region, Evidence evidence, Course course) {}

    PoseStage(Following following, Sight sight, PerMode<PersonDetector> detectors, PerMode<PoseCrew> crews,
            Foresight foresight, Calm calm, Tracker tracker) {
        this.following = following;
        this.minPresence = following.minPresence(sight.usualThreshold());
        this.sight = sight;
        this.detectors = detectors;
        this.sideLook = new SideLook(detectors);
        this.crews = crews;
        this.foresight = foresight;
        this.calm = calm;
        this.tracker = tracker;
    }

    @Override
    public void process(Job job) {
        if (job.scene() != scene || job.source().kind().still()) {
            scene = job.scene();
            followed = List.of();
            search = new LostSearch();
            room = new EmptyRoom();
            tried = new TriedPlaces();
            lastLookMicros = OptionalLong.empty();
            tracker.restart();
        }
        List<Sighting> seen = sideLook.during(job, () -> follow(job));
        boolean looks = looks(job, seen);
        if (looks) {
            seen = withNewcomers(job, seen);
        }
        List<Sighting> people = withoutDoubles(seen.stream().filter(each -> score(each) >= minPresence).toList());
        search.frame(people.size() < followed.size());
        tried.found(people.stream().filter(each -> before(each).isEmpty()).map(each -> each.person().box()).toList());
        followed = people.stream().map(each -> followed(job, each)).toList();
        room.after(job.frame().ptsMicros(), followed.isEmpty(), looks);
        lookAhead(job);
        calm.after(job.sequence(), new Moment(scene, job.frame().ptsMicros(),
                followed.stream().map(each -> each.course().who()).collect(Collectors.toSet()),
                people.stream().allMatch(each -> each.evidence().boxed() && each.certain(sight.scoring()))));
        List<Person> all = identify(job, people.stream().map(each -> each.person().withScore(score(each))).toList());
        List<Person> shown = job.source().kind().still() && !following.background()
                ? Background.without(all, largest(people))
                : all;
        job.people(shown);
        job.leftOut(all.size() - shown.size());
    }

    /** Whether a detector is to say who is there besides those who are followed and were seen. */
    private boolean looks(Job job, List<Sighting> seen) {
        long pts = job.frame().ptsMicros();
        if (job.attached(DetectStage.FOUND).isPresent()) {
            return true;
        }
        if (followed.isEmpty()) {
            return room.due(pts, job.source().kind().live());
        }
        return seen.size() < followed.size() || (search.due() && !canWait(pts));
    }

    private static float largest(List<Sighting> people) {
        return (float) people.stream().filter(each -> each.evidence().sized())
                .mapToDouble(each -> Background.size(each.person().box())).max().orElse(0);
    }

    /** Several people are looked at in the next frame as soon as this one says where; for few they are foretold. */
    private void lookAhead(Job job) {
        PoseCrew crew = crews.get(job.mode());
        boolean still = job.source().kind().still();
        boolean several = crew.sharesOut(followed.size());
        crew.through(job, several && !still ? whereabouts(followed) : List.of());
        foresight.after(job, several || still ? List.of() : followed.stream().map(Followed::course).toList());
    }

    private static List<Whereabouts> whereabouts(List<Followed> people) {
        return people.stream().map(each -> new Whereabouts(each.course().who(), each.region())).toList();
    }

    /** Those who were in the frame before and are in this one. */
    private List<Sighting> follow(Job job) {
        List<Followed> usable = followed.stream().filter(each -> usable(job, each.region())).toList();
        List<Optional<PoseObservation>> foretold = usable.stream().map(each -> foretold(job, each)).toList();
        List<Followed> others = IntStream.range(0, usable.size()).filter(i -> foretold.get(i).isEmpty())
                .mapToObj(usable::get).toList();
        long start = System.nanoTime();
        Iterator<PoseObservation> seen = crews.get(job.mode()).follow(job, whereabouts(others), most(job)).iterator();
        if (others.stream().anyMatch(each -> Foretold.of(each.course().who(), job).isPresent())) {
            job.took("again", System.nanoTime() - start);
        }
        return IntStream.range(0, usable.size())
                .mapToObj(i -> sighting(usable.get(i), foretold.get(i).orElseGet(seen::next)))
                .filter(this::there).toList();
    }

    /** What was seen of them before, unless that was in another region than it should, or they were lost in it. */
    private Optional<PoseObservation> foretold(Job job, Followed person) {
        return Foretold.of(person.course().who(), job).filter(each -> each.near(person.region()))
                .map(Foretold::observation).filter(each -> there(sighting(person, each)));
    }

    private static Sighting sighting(Followed person, PoseObservation seen) {
        return new Sighting(person.region(), seen, person.evidence());
    }

    private boolean there(Sighting sighting) {
        return sighting.presence() >= minPresence && sighting.steadiness() >= JUMP;
    }

    /** Somebody of this frame, to be looked at in the next one. */
    private Followed followed(Job job, Sighting sighting) {
        long pts = job.frame().ptsMicros();
        Region next = sighting.next();
        Course course = before(sighting).map(each -> each.course().then(pts, next))
                .orElseGet(() -> Course.beginning(foresight.newcomer(), pts, next));
        return new Followed(next, sighting.evidence(), course);
    }

    /** Who they were in the frame before. */
    private Optional<Followed> before(Sighting sighting) {
        return followed.stream().filter(each -> each.region().equals(sighting.region())).findFirst();
    }

    private List<PoseObservation> look(Job job, Frame frame, List<Region> regions) {
        return crews.get(job.mode()).estimate(frame, regions, job, most(job));
    }

    private int most(Job job) {
        int size = crews.get(job.mode()).size();
        return job.mode() == Mode.ASYNC ? size - foresight.beside(job) : size;
    }

    private static boolean usable(Job job, Region region) {
        return region.usable(job.frame().width(), job.frame().height());
    }

    private List<Sighting> withNewcomers(Job job, List<Sighting> seen) {
        PersonDetector detector = detectors.get(job.mode());
        List<Detection> detections = job.attached(DetectStage.FOUND).orElseGet(() -> detector.detect(job.frame(), job));
        double seconds = sinceLook(job.frame().ptsMicros());
        RollCall call = RollCall.of(seen, detections, detector.findsEverybody() ? seconds : 0, job.frame());
        List<Sighting> all = new ArrayList<>(call.followed());
        List<Detection> newcomers = tried.elsewhere(call.unknown(), Math.max(0, following.maxPeople() - seen.size()),
                job.frame().ptsMicros());
        List<Person> known = call.followed().stream().filter(each -> score(each) >= minPresence).map(Sighting::person)
                .toList();
        all.addAll(Opening.people(job).orElseGet(() -> search(job, detector, newcomers, known)));
        return all;
    }

    private List<Sighting> search(Job job, PersonDetector detector, List<Detection> newcomers, List<Person> known) {
        Eyes eyes = new Eyes(job.frame(), (frame, regions) -> look(job, frame, regions), detector, job);
        return new RegionSearch(eyes, sight, minPresence).people(newcomers, known,
                Patience.of(job, newcomers.size()));
    }

    /** Whether a look was made a short time ago, and those who are there should not be held up by another one. */
    private boolean canWait(long ptsMicros) {
        return followed.size() > FEW && lastLookMicros.isPresent()
                && ptsMicros - lastLookMicros.getAsLong() < SOON_MICROS;
    }

    private double sinceLook(long ptsMicros) {
        double seconds = lastLookMicros.isPresent() ? (ptsMicros - lastLookMicros.getAsLong()) * 1e-6 : 0;
        lastLookMicros = OptionalLong.of(ptsMicros);
        return seconds;
    }

    private float score(Sighting sighting) {
        return sighting.score(sight.scoring());
    }

    /** Two regions that slid onto the same body give the same person twice; the one that fits better to what was before stays. */
    private List<Sighting> withoutDoubles(List<Sighting> sightings) {
        List<Sighting> kept = new ArrayList<>();
        sightings.stream().sorted(Comparator.comparingDouble(this::claim).reversed())
                .filter(each -> kept.stream().noneMatch(other -> DuplicatePose.same(each.person(), other.person())))
                .forEach(kept::add);
        return kept;
    }

    private float claim(Sighting sighting) {
        return score(sighting) * sighting.steadiness() + (before(sighting).isPresent() ? KNOWN : 0);
    }

    private List<Person> identify(Job job, List<Person> people) {
        if (!following.track()) {
            return people;
        }
        long start = System.nanoTime();
        long pts = job.frame().ptsMicros();
        List<Person> identified = sides.keep(tracker.update(people, job.frame()), pts);
        job.took("track", System.nanoTime() - start);
        return identified;
    }

    @Override
    public void close() {
        Cleanup.all(sideLook::close, detectors::close, crews::close);
    }
}
