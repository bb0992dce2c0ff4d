package org.posescope.pipeline.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.posescope.frame.Region;
import org.posescope.pipeline.Job;
import org.posescope.pipeline.Stage;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;
import org.posescope.pose.detail.PartFinder;
import org.posescope.pose.detail.SeenPart;

/**
 * Looks at the hands of all people, or at their faces, and follows them from frame to frame. What the pose says is hidden or out of the
 * picture costs nothing. Frames come in order.
 */
final class PartStage<P> implements Stage {
    private final List<PartKind<P>> kinds;
    private final PerMode<Crew<PartFinder<P>>> crews;
    private Map<Place, SeenPart<P>> seen = Map.of();
    private long scene = -1;

    /** Whose part it is; people without an identity are not followed. */
    private record Place(int person, int kind) {}

    /** A look at one part of one person. */
    private record Look(int person, int kind, Place place, Region around) {}

    PartStage(List<PartKind<P>> kinds, PerMode<Crew<PartFinder<P>>> crews) {
        this.kinds = kinds;
        this.crews = crews;
    }

    @Override
    public void process(Job job) {
        if (job.scene() != scene || job.source().kind().still()) {
            scene = job.scene();
            seen = Map.of();
        }
        List<Person> people = new ArrayList<>(job.people());
        List<Look> looks = looks(job);
        Map<Place, SeenPart<P>> before = seen;
        List<Optional<SeenPart<P>>> found = crews.get(job.mode()).each(looks, (finder, look) -> finder.find(job.frame(),
                look.around(), Optional.ofNullable(before.get(look.place())), job));
        Map<Place, SeenPart<P>> now = new HashMap<>();
        for (int i = 0; i < looks.size(); i++) {
            Look look = looks.get(i);
            found.get(i).filter(any -> look.place().person() != 0).ifPresent(part -> now.put(look.place(), part));
            Person person = people.get(look.person());
            people.set(look.person(), person.withDetails(kinds.get(look.kind()).put().apply(person.details(),
                    found.get(i).map(SeenPart::part))));
        }
        seen = now;
        job.people(people);
    }

    private List<Look> looks(Job job) {
        List<Look> looks = new ArrayList<>();
        for (int person = 0; person < job.people().size(); person++) {
            Keypoints pose = job.people().get(person).ownKeypoints();
            for (int kind = 0; kind < kinds.size() && pose.skeleton().equals(Skeletons.BLAZEPOSE33); kind++) {
                Optional<Region> around = kinds.get(kind).around().apply(pose)
                        .filter(region -> region.usable(job.frame().width(), job.frame().height()));
                if (around.isPresent()) {
                    Place place = new Place(job.people().get(person).id(), kind);
                    looks.add(new Look(person, kind, place, around.get()));
                }
            }
        }
        return looks;
    }

    @Override
    public void close() {
        crews.close();
    }
}
