package org.posescope.track;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.posescope.pose.Details;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.KeypointSimilarity;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeleton;
import org.posescope.pose.Skeletons;

/**
 * Keeps the left and right of people where they were: networks exchange them in bodies that are seen from behind or from the side, for
 * single frames or for a second. Nobody turns round between two frames, so the side that was seen for longer is believed, with what was seen
 * lately counting most. One thread uses it at a time.
 */
public final class SideKeeper {
    /** So much more like the pose before is one with exchanged sides. */
    private static final double CLEARLY = 0.15;
    private static final double LASTING_SECONDS = 0.3;
    /** After this time what was seen counts 1 / e of what is seen now. */
    private static final double FADING_SECONDS = 2;

    private final PerTrack<Memory> people = new PerTrack<>(Memory::new);

    /** What is remembered of somebody. */
    private static final class Memory {
        private Optional<Person> shown = Optional.empty();
        /** The seconds, faded, in which the network clearly saw the sides as they are shown, and exchanged. */
        private double asShown;
        private double exchanged;
    }

    /** The people of the next frame, whose identities are known; those without one stay as they are. */
    public List<Person> keep(List<Person> seen, long ptsMicros) {
        people.frame(ptsMicros);
        return seen.stream().map(person -> person.id() == 0
                ? person
                : people.use(person.id(), ptsMicros, (memory, seconds) -> keep(person, memory, seconds))).toList();
    }

    private static Person keep(Person person, Memory memory, double seconds) {
        double margin = memory.shown.map(before -> marginOfExchange(before, person)).orElse(0.0);
        double fading = Math.exp(-seconds / FADING_SECONDS);
        memory.asShown = memory.asShown * fading + (margin < -CLEARLY ? seconds : 0);
        memory.exchanged = memory.exchanged * fading + (margin > CLEARLY ? seconds : 0);
        Person shown = margin > CLEARLY ? mirrored(person) : person;
        if (memory.exchanged > Math.max(memory.asShown, LASTING_SECONDS)) {
            shown = mirrored(shown);
            memory.asShown = memory.exchanged;
            memory.exchanged = 0;
        }
        memory.shown = Optional.of(shown);
        return shown;
    }

    /** By how much a pose is more like the one before with its sides exchanged than without: -1 to 1, 0 where nothing tells. */
    private static double marginOfExchange(Person before, Person now) {
        Optional<Keypoints> first = coco(before);
        Optional<Keypoints> second = coco(now);
        if (first.isEmpty() || second.isEmpty()) {
            return 0;
        }
        List<Keypoint> moved = moved(first.get().points(), now.box().centerX() - before.box().centerX(),
                now.box().centerY() - before.box().centerY());
        double area = now.box().area();
        return KeypointSimilarity.oks(moved, mirrored(second.get()).points(), area)
                - KeypointSimilarity.oks(moved, second.get().points(), area);
    }

    private static Optional<Keypoints> coco(Person person) {
        return person.keypoints().stream().filter(each -> each.skeleton().equals(Skeletons.COCO17)).findFirst();
    }

    private static List<Keypoint> moved(List<Keypoint> points, float dx, float dy) {
        return points.stream().map(point -> new Keypoint(point.x() + dx, point.y() + dy, point.score())).toList();
    }

    private static Person mirrored(Person person) {
        return new Person(person.id(), person.score(), person.box(),
                person.keypoints().stream().map(SideKeeper::mirrored).toList(),
                person.joints3d().map(SideKeeper::mirrored), person.translation(), person.body(),
                person.details().exchanged());
    }

    private static Keypoints mirrored(Keypoints keypoints) {
        return new Keypoints(keypoints.skeleton(), exchanged(keypoints.skeleton(), keypoints.points()));
    }

    private static Joints3d mirrored(Joints3d joints) {
        return new Joints3d(joints.skeleton(), exchanged(joints.skeleton(), joints.joints()));
    }

    private static <P> List<P> exchanged(Skeleton skeleton, List<P> points) {
        return IntStream.range(0, points.size()).mapToObj(i -> points.get(skeleton.mirror(i))).toList();
    }
}
