package org.posescope.eval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.posescope.body.BodyModel;
import org.posescope.body.BodyPoser;
import org.posescope.body.math.Vec3;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;

/** Which joints of a person are measured, by the names that the truth has for them. Used by one thread at a time. */
public interface JointSource {
    /** The twelve joints of the limbs, which every skeleton has. */
    List<String> LIMBS = Stream.of("ankle", "knee", "hip", "wrist", "elbow", "shoulder")
            .flatMap(name -> Stream.of("left_" + name, "right_" + name)).toList();

    /** What to call it in a table. */
    String label();

    /** The joints by name, metres, camera axes; empty when the person has none. */
    Optional<Map<String, Vec3>> joints(Person person);

    /** The landmarks of the network: twelve joints of the limbs. */
    static JointSource landmarks() {
        return new JointSource() {
            @Override
            public String label() {
                return "landmarks";
            }

            @Override
            public Optional<Map<String, Vec3>> joints(Person person) {
                return person.joints3d().map(all -> byName(LIMBS, name -> joint(all, name)));
            }

            private static Vec3 joint(Joints3d all, String name) {
                Joint joint = all.joints().get(all.skeleton().index(name));
                return new Vec3(joint.x(), joint.y(), joint.z());
            }
        };
    }

    /** The joints of the fitted body: the limbs, neck and head, the fourteen of the field. */
    static JointSource body(BodyModel model) {
        BodyPoser poser = new BodyPoser(model);
        List<String> names = Stream.concat(LIMBS.stream(), Stream.of("neck", "head")).toList();
        return new JointSource() {
            @Override
            public String label() {
                return "body";
            }

            @Override
            public Optional<Map<String, Vec3>> joints(Person person) {
                return person.body().map(body -> {
                    poser.pose(body);
                    float[] posed = poser.joints();
                    return byName(names, name -> {
                        int i = 3 * Skeletons.SMPL24.index(name);
                        return new Vec3(posed[i], posed[i + 1], posed[i + 2]);
                    });
                });
            }
        };
    }

    private static Map<String, Vec3> byName(List<String> names, Function<String, Vec3> place) {
        Map<String, Vec3> joints = new LinkedHashMap<>();
        names.forEach(name -> joints.put(name, place.apply(name)));
        return joints;
    }
}
