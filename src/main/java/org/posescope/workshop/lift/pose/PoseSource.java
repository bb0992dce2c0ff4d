package org.posescope.workshop.lift.pose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;

/**
 * Poses to train with: captured ones with their knees and elbows mended, limbs of several mixed, and those that were captured too seldom: standing with
 * straight legs, sitting, lying, leaning. Each belongs to the subject of its arms and torso. Thread-safe.
 */
public final class PoseSource {
    private static final List<String> ARMS = Stream.of("left_", "right_")
            .flatMap(side -> Stream.of("collar", "shoulder", "elbow", "wrist").map(side::concat)).toList();
    private static final List<String> LEGS = Stream.of("left_", "right_")
            .flatMap(side -> Stream.of("hip", "knee", "ankle").map(side::concat)).toList();
    private static final List<String> SPINE = List.of("spine1", "spine2", "spine3");

    private final CapturedMotion motion;
    private final StandingKnees knees;
    private final HangingElbows elbows;
    private final int[] frames;

    /**
     * A pose.
     *
     * @param subject number of the subject, for validation with others than those who are trained with
     */
    public record Sampled(BodyRotations pose, int subject) {}

    public PoseSource(CapturedMotion motion) {
        this.motion = motion;
        knees = new StandingKnees(motion);
        elbows = new HangingElbows(motion);
        frames = IntStream.range(0, motion.frames()).toArray();
    }

    /** Median degrees of knees that stand, by subject, as captured and as mended. */
    public List<String> kneesOfStanding() {
        return IntStream.range(0, motion.subjects().length).mapToObj(subject -> {
            List<BodyRotations> standing = IntStream.of(frames).filter(f -> motion.subject(f) == subject)
                    .mapToObj(motion::pose).filter(StandingKnees::stands).toList();
            double before = median(standing);
            standing.forEach(pose -> knees.mend(pose, subject));
            return String.format(Locale.ROOT, "%-24s %5d poses that stand, knees %5.1f -> %4.1f degrees",
                    motion.subjects()[subject], standing.size(), before, median(standing));
        }).toList();
    }

    /** Median degrees of elbows of arms that hang, by subject, likewise. */
    public List<String> elbowsOfHanging() {
        return IntStream.range(0, motion.subjects().length).mapToObj(subject -> {
            List<Double> before = new ArrayList<>();
            List<Double> after = new ArrayList<>();
            IntStream.of(frames).filter(f -> motion.subject(f) == subject).mapToObj(motion::pose).forEach(pose -> {
                before.addAll(HangingElbows.flexions(pose));
                elbows.mend(pose, subject);
                after.addAll(HangingElbows.flexions(pose));
            });
            return String.format(Locale.ROOT, "%-24s %5d arms that hang, elbows %5.1f -> %4.1f degrees",
                    motion.subjects()[subject], before.size(), median(before.stream()), median(after.stream()));
        }).toList();
    }

    private static double median(List<BodyRotations> poses) {
        return median(poses.stream().flatMap(pose -> Stream.of("left_", "right_").map(pose::kneeFlexion)));
    }

    private static double median(Stream<Double> degrees) {
        double[] sorted = degrees.mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    public String[] subjects() {
        return motion.subjects();
    }

    public Sampled sample(RandomGenerator random) {
        int frame = frames[random.nextInt(frames.length)];
        BodyRotations pose = captured(frame);
        double kind = random.nextDouble();
        if (kind < 0.12) {
            pose.copy(captured(frames[random.nextInt(frames.length)]), ARMS);
        } else if (kind < 0.20) {
            pose.copy(captured(frames[random.nextInt(frames.length)]), LEGS);
        } else if (kind < 0.38) {
            stand(pose, random);
        } else if (kind < 0.50) {
            sit(pose, random);
        }
        if (random.nextDouble() < 0.2) {
            hangArms(pose, random);
        }
        if (random.nextDouble() < 0.25) {
            lean(pose, random);
        }
        if (random.nextDouble() < 0.3) {
            look(pose, random);
        }
        loosen(pose, random);
        turn(pose, random);
        return new Sampled(pose, motion.subject(frame));
    }

    private BodyRotations captured(int frame) {
        BodyRotations pose = motion.pose(frame);
        knees.mend(pose, motion.subject(frame));
        elbows.mend(pose, motion.subject(frame));
        return pose;
    }

    private static void stand(BodyRotations pose, RandomGenerator random) {
        pose.set(0, Rotation.about(Vec3.X, Math.toRadians(random.nextGaussian(0, 4))));
        SPINE.forEach(joint -> pose.set(joint, pose.get(joint).share(random.nextDouble(0, 1))));
        for (String side : List.of("left_", "right_")) {
            double outwards = side.equals("left_") ? 1 : -1;
            double knee = Math.abs(random.nextGaussian(0, 5));
            double thigh = random.nextGaussian(0, 6);
            pose.set(side + "hip", Rotation.about(Vec3.Z, Math.toRadians(outwards * random.nextGaussian(4, 5)))
                    .times(Rotation.about(Vec3.X, Math.toRadians(thigh - knee / 2)))
                    .times(Rotation.about(Vec3.Y, Math.toRadians(outwards * random.nextGaussian(8, 10)))));
            pose.set(side + "knee", Rotation.about(Vec3.X, Math.toRadians(knee)));
            pose.set(side + "ankle", Rotation.about(Vec3.X, Math.toRadians(-thigh - knee / 2)));
        }
    }

    private static void sit(BodyRotations pose, RandomGenerator random) {
        pose.set(0, Rotation.about(Vec3.X, Math.toRadians(random.nextGaussian(-8, 12))));
        SPINE.forEach(joint -> pose.set(joint, Rotation.about(Vec3.X, Math.toRadians(random.nextGaussian(6, 6)))));
        boolean alike = random.nextDouble() < 0.6;
        double thigh = random.nextDouble(60, 115);
        double knee = random.nextDouble() < 0.75 ? random.nextDouble(60, 115) : random.nextDouble(0, 60);
        double spread = random.nextGaussian(8, 10);
        for (String side : List.of("left_", "right_")) {
            double outwards = side.equals("left_") ? 1 : -1;
            if (!alike && outwards < 0) {
                thigh = random.nextDouble(40, 125);
                knee = random.nextDouble(10, 130);
                spread = random.nextGaussian(5, 15);
            }
            pose.set(side + "hip", Rotation.about(Vec3.Y, Math.toRadians(outwards * spread))
                    .times(Rotation.about(Vec3.X, Math.toRadians(-thigh + random.nextGaussian(0, 4))))
                    .times(Rotation.about(Vec3.Y, Math.toRadians(random.nextGaussian(0, 12)))));
            pose.set(side + "knee", Rotation.about(Vec3.X, Math.toRadians(knee + random.nextGaussian(0, 4))));
            pose.set(side + "ankle", Rotation.about(Vec3.X, Math.toRadians(random.nextGaussian(5, 10))));
        }
    }

    private static void hangArms(BodyRotations pose, RandomGenerator random) {
        for (String side : List.of("left_", "right_")) {
            double outwards = side.equals("left_") ? 1 : -1;
            pose.set(side + "collar", Rotation.about(Vec3.Z, Math.toRadians(outwards * random.nextGaussian(0, 4))));
            pose.set(side + "shoulder",
                    Rotation.about(Vec3.X, Math.toRadians(random.nextGaussian(0, 14)))
                            .times(Rotation.about(Vec3.Z, Math.toRadians(-outwards * random.nextGaussian(72, 8))))
                            .times(Rotation.about(Vec3.X, Math.toRadians(random.nextGaussian(0, 20)))));
            double bend = random.nextDouble() < 0.8
                    ? Math.abs(random.nextGaussian(12, 12))
                    : random.nextDouble(30, 120);
            pose.set(side + "elbow", Rotation.about(Vec3.Y, Math.toRadians(-outwards * bend)));
        }
    }

    private static void lean(BodyRotations pose, RandomGenerator random) {
        double forward = random.nextGaussian(3, 12);
        double sideways = random.nextGaussian(0, 5);
        double twist = random.nextGaussian(0, 7);
        SPINE.forEach(joint -> {
            pose.turn(joint, Vec3.X, forward);
            pose.turn(joint, Vec3.Z, sideways);
            pose.turn(joint, Vec3.Y, twist);
        });
    }

    private static void look(BodyRotations pose, RandomGenerator random) {
        for (String joint : List.of("neck", "head")) {
            pose.set(joint, Rotation.about(Vec3.Y, Math.toRadians(random.nextGaussian(0, 16)))
                    .times(Rotation.about(Vec3.X, Math.toRadians(random.nextGaussian(4, 10))))
                    .times(Rotation.about(Vec3.Z, Math.toRadians(random.nextGaussian(0, 6)))));
        }
    }

    /** No two people do the same in the same way. */
    private static void loosen(BodyRotations pose, RandomGenerator random) {
        Stream.concat(ARMS.stream(), LEGS.stream()).forEach(joint -> {
            boolean hinge = joint.endsWith("knee") || joint.endsWith("elbow");
            double degrees = hinge ? 1.5 : 4;
            for (Vec3 axis : List.of(Vec3.X, Vec3.Y, Vec3.Z)) {
                pose.turn(joint, axis, random.nextGaussian(0, degrees));
            }
        });
    }

    private static void turn(BodyRotations pose, RandomGenerator random) {
        double kind = random.nextDouble();
        if (kind < 0.06) {
            pose.turnAll(Rotation.about(Vec3.X, Math.toRadians((random.nextBoolean() ? 90 : -90)
                    + random.nextGaussian(0, 15))));
        } else if (kind < 0.08) {
            pose.turnAll(Rotation.about(Vec3.Z, Math.toRadians((random.nextBoolean() ? 90 : -90)
                    + random.nextGaussian(0, 15))));
        } else if (kind < 0.3) {
            pose.turnAll(Rotation.about(Vec3.X, Math.toRadians(random.nextGaussian(0, 10))));
            pose.turnAll(Rotation.about(Vec3.Z, Math.toRadians(random.nextGaussian(0, 6))));
        }
        pose.turnAll(Rotation.about(Vec3.Y, random.nextDouble(0, 2 * Math.PI)));
    }
}
