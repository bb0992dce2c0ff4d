package org.posescope.body.floor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.posescope.body.BodyModel;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.PointNames;
import org.posescope.pose.Vector3;

/** Finds the feet of people: of their bodies, or else of their joints in space. Used by one thread at a time. */
final class FeetOfPeople {
    /** From heel and toes, and from the ankle, to what a shoe stands on. */
    private static final double SOLE = 0.02;
    private static final double ANKLE = 0.09;
    private static final int MOST_SHAPES = 64;

    private final Optional<BodyModel> model;
    private final Optional<RestSoles> soles;
    private final Map<List<Float>, BodyFeet> shapes = new HashMap<>();

    FeetOfPeople(Optional<BodyModel> model) {
        this.model = model;
        this.soles = model.map(RestSoles::new);
    }

    /** Empty where nothing is known of the person in space. */
    Optional<Feet> of(Person person) {
        return person.body().flatMap(body -> soles.map(known -> shape(body.betas(), known).posed(body)))
                .or(() -> person.joints3d()
                        .flatMap(joints -> person.translation().flatMap(at -> ofJoints(joints, at))));
    }

    /** How well the picture shows the foot of a side, 0..1. */
    static double seen(Person person, String side) {
        Keypoints own = person.ownKeypoints();
        int ankle = own.skeleton().names().indexOf(side + "ankle");
        return ankle < 0 ? 0 : own.points().get(ankle).score();
    }

    private BodyFeet shape(List<Float> betas, RestSoles known) {
        if (shapes.size() > MOST_SHAPES) {
            shapes.clear();
        }
        return shapes.computeIfAbsent(betas, each -> new BodyFeet(model.orElseThrow(), known, array(each)));
    }

    private static float[] array(List<Float> betas) {
        float[] array = new float[BodyParameters.BETAS];
        for (int i = 0; i < array.length; i++) {
            array[i] = betas.get(i);
        }
        return array;
    }

    private static Optional<Feet> ofJoints(Joints3d joints, Vector3 at) {
        List<String> names = joints.skeleton().names();
        if (!names.contains("left_ankle") || !names.contains("left_shoulder") || !names.contains("nose")) {
            return Optional.empty();
        }
        Function<String, Vec3> place = name -> {
            Joint joint = joints.joints().get(PointNames.find(joints.skeleton(), name));
            return new Vec3(joint.x() + at.x(), joint.y() + at.y(), joint.z() + at.z());
        };
        boolean feet = names.contains("left_heel");
        return Optional.of(new Feet(foot("left_", feet, place), foot("right_", feet, place), feet ? SOLE : ANKLE,
                MassCentre.of(place, "nose"), MassCentre.kneeFlexion(place),
                List.of(place.apply("left_wrist"), place.apply("right_wrist"))));
    }

    private static List<Vec3> foot(String side, boolean feet, Function<String, Vec3> place) {
        return feet
                ? Stream.of("heel", "foot_index").map(name -> place.apply(side + name)).toList()
                : List.of(place.apply(side + "ankle"));
    }
}
