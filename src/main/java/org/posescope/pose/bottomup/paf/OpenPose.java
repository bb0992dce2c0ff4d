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
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;
import org.posescope.pose.bottomup.BottomUpPose;
import org.posescope.pose.NamedPoints;

/** OpenPose and its like, with the 18 points of {@link Skeletons#OPENPOSE18} in the plane. */
public final class OpenPose implements BottomUpPose {
    private static final NamedPoints COCO = new NamedPoints(Skeletons.OPENPOSE18, Skeletons.COCO17);

    private final FieldNetwork network;

    /**
     * Takes over the session.
     *
     * @param usual       how pixels enter the network, and its usual size
     * @param inputHeight in place of the usual one, a multiple of 8
     */
    public OpenPose(Session session, InputSpec usual, OptionalInt inputHeight) {
        network = new FieldNetwork(session, usual, inputHeight);
    }

    @Override
    public List<Person> estimate(Frame frame, Camera camera, StepListener steps) {
        FieldNetwork.Sight sight = network.look(frame, steps);
        return sight.people().stream().map(group -> person(group, sight))
                .sorted(Comparator.comparingDouble(Person::score).reversed()).toList();
    }

    private static Person person(PeakGroup group, FieldNetwork.Sight sight) {
        Keypoint middle = middle(group, sight);
        List<Keypoint> points = new ArrayList<>();
        for (int part = 0; part < Skeletons.OPENPOSE18.size(); part++) {
            points.add(group.peak(part).map(peak -> keypoint(peak, sight)).orElse(middle));
        }
        FoundBody body = new FoundBody(points);
        Keypoints own = new Keypoints(Skeletons.OPENPOSE18, points);
        return new Person(0, body.score(), body.box(), List.of(own, COCO.of(own)), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    private static Keypoint keypoint(Peak peak, FieldNetwork.Sight sight) {
        return new Keypoint(sight.frameX(peak), sight.frameY(peak), Math.min(peak.score(), 1));
    }

    /** Where points are put that were not found, with the score 0. */
    private static Keypoint middle(PeakGroup group, FieldNetwork.Sight sight) {
        double x = group.found().mapToDouble(sight::frameX).average().orElseThrow();
        double y = group.found().mapToDouble(sight::frameY).average().orElseThrow();
        return new Keypoint((float) x, (float) y, 0);
    }

    @Override
    public void close() {
        network.close();
    }
}
