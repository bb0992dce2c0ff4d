package org.posescope.pose.bottomup.paf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.posescope.frame.Frame;
import org.posescope.frame.StepListener;
import org.posescope.infer.Session;
import org.posescope.model.InputSpec;
import org.posescope.pose.Camera;
import org.posescope.pose.Person;
import org.posescope.pose.bottomup.BottomUpPose;
import org.posescope.tensor.Tensor;

/** Lightweight OpenPose in 3D: {@link org.posescope.pose.Skeletons#PANOPTIC19} of everybody whose neck is seen. */
public final class OpenPose3d implements BottomUpPose {
    private final FieldNetwork network;

    /**
     * Takes over the session.
     *
     * @param usual       how pixels enter the network, and its usual size
     * @param inputHeight in place of the usual one, a multiple of 8
     */
    public OpenPose3d(Session session, InputSpec usual, OptionalInt inputHeight) {
        network = new FieldNetwork(session, usual, inputHeight);
    }

    @Override
    public List<Person> estimate(Frame frame, Camera camera, StepListener steps) {
        FieldNetwork.Sight sight = network.look(frame, steps);
        long start = System.nanoTime();
        Tensor maps = FieldNetwork.last(sight.outputs(), JointReader.MAPS);
        JointReader reader = new JointReader(maps);
        PanopticPerson form = new PanopticPerson(sight, camera);
        List<Person> people = new ArrayList<>();
        for (PeakGroup group : sight.people()) {
            Optional<float[]> joints = reader.read(group);
            joints.flatMap(read -> form.of(group, read)).ifPresent(people::add);
        }
        people.sort(Comparator.comparingDouble(Person::score).reversed());
        steps.took("lift", System.nanoTime() - start);
        return people;
    }

    @Override
    public void close() {
        network.close();
    }
}
