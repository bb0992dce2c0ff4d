package org.posescope.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.posescope.body.math.Rotation;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Details;
import org.posescope.pose.Extrinsics;
import org.posescope.pose.Hand;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Person;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Vector3;

/** Moves people from the camera frame into the world, in which the floor is at y = 0. Immutable. */
public final class WorldFrame {
    private final Extrinsics camera;
    private final Optional<BodyModel> model;

    /**
     * @param camera where it stands
     * @param model  whose parameters people have; where it is not known, bodies are left out
     */
    public WorldFrame(Extrinsics camera, Optional<BodyModel> model) {
        this.camera = camera;
        this.model = model;
    }

    /** The same people with joints, translation and body in the world; those whose place is not known have neither there. */
    public List<Person> people(List<Person> people) {
        return people.stream().map(this::person).toList();
    }

    private Person person(Person person) {
        return new Person(person.id(), person.score(), person.box(), person.keypoints(),
                person.translation().flatMap(any -> person.joints3d().map(this::joints)),
                person.translation().map(camera::toWorld),
                person.body().flatMap(body -> model.map(known -> body(body, known))), details(person.details()));
    }

    private Details details(Details details) {
        return new Details(details.leftHand().map(this::hand), details.rightHand().map(this::hand), details.face());
    }

    private Hand hand(Hand hand) {
        return new Hand(hand.presence(), hand.points(), joints(hand.world()));
    }

    private Joints3d joints(Joints3d joints) {
        return new Joints3d(joints.skeleton(), joints.joints().stream().map(joint -> {
            Vector3 turned = camera.directionToWorld(new Vector3(joint.x(), joint.y(), joint.z()));
            return new Joint(turned.x(), turned.y(), turned.z(), joint.score());
        }).toList());
    }

    /** A body turns about its pelvis, not about its origin, and only its model knows where that is. */
    private BodyParameters body(BodyParameters body, BodyModel bodyModel) {
        float[] betas = new float[BodyParameters.BETAS];
        for (int i = 0; i < betas.length; i++) {
            betas[i] = body.betas().get(i);
        }
        float[] rest = bodyModel.restJoints(betas);
        Vector3 origin = body.translation();
        Vector3 pelvis = camera
                .toWorld(new Vector3(rest[0] + origin.x(), rest[1] + origin.y(), rest[2] + origin.z()));
        List<Quaternion> rotations = new ArrayList<>(body.rotations());
        rotations.set(0, turned(rotations.getFirst()));
        return new BodyParameters(rotations, body.betas(),
                new Vector3(pelvis.x() - rest[0], pelvis.y() - rest[1], pelvis.z() - rest[2]), body.fingersAndFace());
    }

    private Quaternion turned(Quaternion orientation) {
        Quaternion t = camera.turn();
        Rotation turned = new Rotation(t.w(), t.x(), t.y(), t.z()).times(
                new Rotation(orientation.w(), orientation.x(), orientation.y(), orientation.z()));
        return new Quaternion((float) turned.w(), (float) turned.x(), (float) turned.y(), (float) turned.z());
    }
}
