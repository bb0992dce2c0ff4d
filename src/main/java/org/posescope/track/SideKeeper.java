package org.posescope.track;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
 * Keeps the left and right of people where they were: networks exchange them for single frames in bodies that are seen from behind or from
 * the side. An exchange that lasts is believed. One thread uses it at a time.
 */
public final class SideKeeper {
    /** So much more like the pose before is one with exchanged sides. */
    private static final double CLEARLY = 0.15;
    private static final long LASTING_MICROS = 300_000;

    private final PerTrack<Memory> people = new PerTrack<>(Memory::new);

    /** What is remembered of somebody. */
    private static final class Memory {
        private Optional<Person> shown = Optional.empty();
        private OptionalLong exchangedSince = OptionalLong.empty();
    }

    /** The people of the next frame, whose identities are known; those without one stay as they are. */
    public List<Person> keep(List<Person> seen, long ptsMicros) {
        people.frame(ptsMicros);
        return seen.stream().map(person -> person.id() == 0
                ? person
                : people.use(person.id(), ptsMicros, (memory, _) -> keep(person, memory, ptsMicros))).toList();
    }

    private static Person keep(Person person, Memory memory, long ptsMicros) {
        Person shown = person;
        if (memory.shown.filter(before -> exchanged(before, person)).isPresent()) {
            long since = memory.exchangedSince.orElse(ptsMicros);
            boolean lasts = ptsMicros - since >= LASTING_MICROS;
            memory.exchangedSince = lasts ? OptionalLong.empty() : OptionalLong.of(since);
            shown = lasts ? person : mirrored(person);
        } else {
            memory.exchangedSince = OptionalLong.empty();
        }
        memory.shown = Optional.of(shown);
        return shown;
    }

    private static boolean exchanged(Person before, Person now) {
        Optional<Keypoints> first = coco(before);
        Optional<Keypoints> second = coco(now);
        if (first.isEmpty() || second.isEmpty()) {
            return false;
        }
        List<Keypoint> moved = moved(first.get().points(), now.box().centerX() - before.box().centerX(),
                now.box().centerY() - before.box().centerY());
        double area = now.box().area();
        return KeypointSimilarity.oks(moved, mirrored(second.get()).points(), area) > CLEARLY
                + KeypointSimilarity.oks(moved, second.get().points(), area);
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
