package org.posescope.draw.avatar;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;

/**
 * How the hair and clothes of one person's avatar swing: the step of Verlet that the specifications of VRM's spring bones describe
 * ({@code VRMC_springBone} 1.0), sixty times a second of presentation time, so that the same clip swings the same each time. Where there is
 * no moment before, or one that is far from this, everything hangs still first. Used by one thread.
 */
final class SpringMotion {
    private static final double STEP = 1.0 / 60;
    private static final double STEPS_PER_MICRO = 60e-6;
    /** Steps after which a longer time is another place of the clip, or another clip. */
    private static final long MOST_STEPS = 30;
    /** Two seconds bring most hair to rest. */
    private static final int SETTLING = 120;
    private static final double SHORTEST = 1e-6;

    private final List<Avatar.Bone> bones;
    private final Springs springs;
    private final int[] springOf;
    private final int[] moved;
    private final Vec3[] tails;
    private final Vec3[] before;
    private final Rotation[] centerTurns;
    private final Vec3[] centerPlaces;
    private OptionalLong step = OptionalLong.empty();

    SpringMotion(Avatar avatar) {
        bones = avatar.bones();
        springs = avatar.springs();
        springOf = new int[bones.size()];
        Arrays.fill(springOf, -1);
        int count = springs.bones().size();
        for (int i = 0; i < count; i++) {
            Springs.Bone spring = springs.bones().get(i);
            boolean driven = bones.get(spring.number()).human().isPresent();
            if (!driven && spring.tail().length() > SHORTEST) {
                springOf[spring.number()] = i;
            }
        }
        moved = moved();
        tails = new Vec3[count];
        before = new Vec3[count];
        centerTurns = new Rotation[count];
        centerPlaces = new Vec3[count];
    }

    /** Bones that swing, and what hangs on them. */
    private int[] moved() {
        boolean[] moves = new boolean[bones.size()];
        return IntStream.range(0, moves.length).filter(bone -> {
            int parent = bones.get(bone).parent();
            moves[bone] = springOf[bone] >= 0 || (parent >= 0 && moves[parent]);
            return moves[bone];
        }).toArray();
    }

    /**
     * Swings to a moment.
     *
     * @param turns  of each bone in the world, where y points down; those of bones that swing are replaced
     * @param places of each bone in the world, metres; likewise
     * @param scale  metres in a unit of the avatar
     */
    void swing(long ptsMicros, Rotation[] turns, Vec3[] places, double scale) {
        if (moved.length == 0) {
            return;
        }
        Pose pose = new Pose(turns, places, scale);
        long now = (long) Math.floor(ptsMicros * STEPS_PER_MICRO);
        long steps = step.isPresent() ? now - step.getAsLong() : -1;
        if (steps < 0 || steps > MOST_STEPS) {
            hang(pose);
            steps = SETTLING;
        } else {
            takeAlong(pose);
        }
        step = OptionalLong.of(now);
        for (long i = 0; i < steps; i++) {
            follow(pose, true);
        }
        follow(pose, false);
        rememberCenters(pose);
    }

    /** Everything hangs still before what follows. */
    void forget() {
        step = OptionalLong.empty();
    }

    /** The bones in the world. */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    private record Pose(Rotation[] turns, Vec3[] places, double scale) {
        Vec3 at(int bone, Vec3 offset) {
            return places[bone].plus(scale, turns[bone].apply(offset));
        }
    }

    private void hang(Pose pose) {
        for (int bone : moved) {
            carry(pose, bone);
            int spring = springOf[bone];
            if (spring >= 0) {
                tails[spring] = pose.at(bone, springs.bones().get(spring).tail());
                before[spring] = tails[spring];
            }
        }
    }

    /** What has a center moves with it first. */
    private void takeAlong(Pose pose) {
        for (int i = 0; i < tails.length; i++) {
            int center = springs.bones().get(i).center();
            if (center >= 0 && tails[i] != null) {
                Rotation turn = pose.turns[center].times(centerTurns[i].inverse());
                tails[i] = pose.places[center].plus(turn.apply(tails[i].minus(centerPlaces[i])));
                before[i] = pose.places[center].plus(turn.apply(before[i].minus(centerPlaces[i])));
            }
        }
    }

    private void rememberCenters(Pose pose) {
        for (int i = 0; i < tails.length; i++) {
            int center = springs.bones().get(i).center();
            if (center >= 0) {
                centerTurns[i] = pose.turns[center];
                centerPlaces[i] = pose.places[center];
            }
        }
    }

    /** Brings all that moves to where it is, parents first. */
    private void follow(Pose pose, boolean swinging) {
        for (int bone : moved) {
            carry(pose, bone);
            int spring = springOf[bone];
            if (spring >= 0) {
                Vec3 rest = pose.turns[bone].apply(springs.bones().get(spring).tail());
                if (swinging) {
                    swing(pose, bone, spring, rest);
                }
                pose.turns[bone] = Rotation.between(rest, tails[spring].minus(pose.places[bone]))
                        .times(pose.turns[bone]);
            }
        }
    }

    /** As its parent takes it along. */
    private void carry(Pose pose, int bone) {
        Avatar.Bone own = bones.get(bone);
        int parent = own.parent();
        if (parent < 0) {
            return;
        }
        pose.places[bone] = pose.at(parent, own.rest().minus(bones.get(parent).rest()));
        if (own.human().isEmpty()) {
            pose.turns[bone] = pose.turns[parent];
        }
    }

    private void swing(Pose pose, int number, int spring, Vec3 rest) {
        Springs.Bone bone = springs.bones().get(spring);
        Vec3 head = pose.places[number];
        double length = rest.length() * pose.scale;
        // At rest y points up.
        Vec3 gravity = new Vec3(bone.gravity().x(), -bone.gravity().y(), -bone.gravity().z());
        Vec3 next = tails[spring].plus(1 - bone.drag(), tails[spring].minus(before[spring]))
                .plus(STEP * pose.scale * bone.stiffness(), rest.unit()).plus(STEP * pose.scale, gravity);
        next = reach(head, next, length);
        for (int each : bone.colliders()) {
            next = reach(head, outside(pose, springs.colliders().get(each), bone.radius(), next), length);
        }
        before[spring] = tails[spring];
        tails[spring] = next;
    }

    /** The point in the same direction that is so far away. */
    private static Vec3 reach(Vec3 from, Vec3 to, double length) {
        return from.plus(length, to.minus(from).unit());
    }

    private static Vec3 outside(Pose pose, Springs.Collider collider, double radius, Vec3 point) {
        Vec3 from = pose.at(collider.bone(), collider.offset());
        Vec3 along = pose.at(collider.bone(), collider.tail()).minus(from);
        double square = along.dot(along);
        double share = square > 0 ? Math.clamp(point.minus(from).dot(along) / square, 0, 1) : 0;
        Vec3 nearest = from.plus(share, along);
        double least = (collider.radius() + radius) * pose.scale;
        return point.distance(nearest) < least ? reach(nearest, point, least) : point;
    }
}
