package org.posescope.pipeline.kept;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.posescope.pose.BodyParameters;
import org.posescope.pose.Box;
import org.posescope.pose.Details;
import org.posescope.pose.Face;
import org.posescope.pose.FingersAndFace;
import org.posescope.pose.Hand;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Skeletons;
import org.posescope.pose.SmplFamily;
import org.posescope.pose.Vector3;

/** People as bytes, a fifth of what they take as objects; every number comes back as it was. */
final class PeopleBytes {
    private PeopleBytes() {}

    static byte[] of(List<Person> people) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(people.size());
            for (Person person : people) {
                write(out, person);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Person person) throws IOException {
        out.writeInt(person.id());
        Box box = person.box();
        write(out, person.score(), box.x(), box.y(), box.width(), box.height());
        out.writeInt(person.keypoints().size());
        for (Keypoints keypoints : person.keypoints()) {
            write(out, keypoints);
        }
        out.writeBoolean(person.joints3d().isPresent());
        if (person.joints3d().isPresent()) {
            write(out, person.joints3d().get());
        }
        out.writeBoolean(person.translation().isPresent());
        if (person.translation().isPresent()) {
            write(out, person.translation().get());
        }
        out.writeBoolean(person.body().isPresent());
        if (person.body().isPresent()) {
            write(out, person.body().get());
        }
        write(out, person.details());
    }

    private static void write(DataOutputStream out, Details details) throws IOException {
        for (Optional<Hand> hand : List.of(details.leftHand(), details.rightHand())) {
            out.writeBoolean(hand.isPresent());
            if (hand.isPresent()) {
                write(out, hand.get().presence());
                write(out, hand.get().points());
                write(out, hand.get().world());
            }
        }
        out.writeBoolean(details.face().isPresent());
        if (details.face().isPresent()) {
            Face face = details.face().get();
            write(out, face.presence());
            write(out, face.points());
            for (float depth : face.depths()) {
                out.writeFloat(depth);
            }
        }
    }

    private static void write(DataOutputStream out, Keypoints keypoints) throws IOException {
        out.writeUTF(keypoints.skeleton().id());
        for (Keypoint point : keypoints.points()) {
            write(out, point.x(), point.y(), point.score());
        }
    }

    private static void write(DataOutputStream out, Joints3d joints) throws IOException {
        out.writeUTF(joints.skeleton().id());
        for (Joint joint : joints.joints()) {
            write(out, joint.x(), joint.y(), joint.z(), joint.score());
        }
    }

    private static void write(DataOutputStream out, BodyParameters body) throws IOException {
        for (Quaternion rotation : body.rotations()) {
            write(out, rotation.w(), rotation.x(), rotation.y(), rotation.z());
        }
        for (float beta : body.betas()) {
            out.writeFloat(beta);
        }
        write(out, body.translation());
        out.writeBoolean(body.fingersAndFace().isPresent());
        if (body.fingersAndFace().isPresent()) {
            write(out, body.fingersAndFace().get());
        }
    }

    private static void write(DataOutputStream out, FingersAndFace fine) throws IOException {
        for (List<Quaternion> turns : List.of(fine.leftHand(), fine.rightHand(), List.of(fine.jaw()), fine.eyes())) {
            for (Quaternion turn : turns) {
                write(out, turn.w(), turn.x(), turn.y(), turn.z());
            }
        }
        for (float component : fine.expression()) {
            out.writeFloat(component);
        }
    }

    private static void write(DataOutputStream out, Vector3 vector) throws IOException {
        write(out, vector.x(), vector.y(), vector.z());
    }

    private static void write(DataOutputStream out, float... numbers) throws IOException {
        for (float number : numbers) {
            out.writeFloat(number);
        }
    }

    /** @throws IllegalArgumentException when these are no such bytes */
    static List<Person> read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int count = in.readInt();
            List<Person> people = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                people.add(person(in));
            }
            return people;
        } catch (IOException e) {
            throw new IllegalArgumentException("no bytes of people", e);
        }
    }

    private static Person person(DataInputStream in) throws IOException {
        int id = in.readInt();
        float score = in.readFloat();
        Box box = new Box(in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat());
        int skeletons = in.readInt();
        List<Keypoints> keypoints = new ArrayList<>();
        for (int i = 0; i < skeletons; i++) {
            keypoints.add(keypoints(in));
        }
        Optional<Joints3d> joints = in.readBoolean() ? Optional.of(joints(in)) : Optional.empty();
        Optional<Vector3> translation = in.readBoolean() ? Optional.of(vector(in)) : Optional.empty();
        Optional<BodyParameters> body = in.readBoolean() ? Optional.of(body(in)) : Optional.empty();
        return new Person(id, score, box, keypoints, joints, translation, body, details(in));
    }

    private static Details details(DataInputStream in) throws IOException {
        Optional<Hand> left = in.readBoolean() ? Optional.of(hand(in)) : Optional.empty();
        Optional<Hand> right = in.readBoolean() ? Optional.of(hand(in)) : Optional.empty();
        Optional<Face> face = in.readBoolean() ? Optional.of(face(in)) : Optional.empty();
        return new Details(left, right, face);
    }

    private static Hand hand(DataInputStream in) throws IOException {
        return new Hand(in.readFloat(), keypoints(in), joints(in));
    }

    private static Face face(DataInputStream in) throws IOException {
        float presence = in.readFloat();
        Keypoints points = keypoints(in);
        List<Float> depths = new ArrayList<>();
        for (int i = 0; i < points.points().size(); i++) {
            depths.add(in.readFloat());
        }
        return new Face(presence, points, depths);
    }

    private static Keypoints keypoints(DataInputStream in) throws IOException {
        var skeleton = Skeletons.byId(in.readUTF());
        List<Keypoint> points = new ArrayList<>();
        for (int i = 0; i < skeleton.size(); i++) {
            points.add(new Keypoint(in.readFloat(), in.readFloat(), in.readFloat()));
        }
        return new Keypoints(skeleton, points);
    }

    private static Joints3d joints(DataInputStream in) throws IOException {
        var skeleton = Skeletons.byId(in.readUTF());
        List<Joint> joints = new ArrayList<>();
        for (int i = 0; i < skeleton.size(); i++) {
            joints.add(new Joint(in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat()));
        }
        return new Joints3d(skeleton, joints);
    }

    private static BodyParameters body(DataInputStream in) throws IOException {
        List<Quaternion> rotations = quaternions(in, BodyParameters.JOINTS);
        List<Float> betas = new ArrayList<>();
        for (int i = 0; i < BodyParameters.BETAS; i++) {
            betas.add(in.readFloat());
        }
        Vector3 translation = vector(in);
        return new BodyParameters(rotations, betas, translation,
                in.readBoolean() ? Optional.of(fingersAndFace(in)) : Optional.empty());
    }

    private static FingersAndFace fingersAndFace(DataInputStream in) throws IOException {
        List<Quaternion> left = quaternions(in, SmplFamily.HAND_JOINTS);
        List<Quaternion> right = quaternions(in, SmplFamily.HAND_JOINTS);
        Quaternion jaw = quaternions(in, 1).getFirst();
        List<Quaternion> eyes = quaternions(in, 2);
        List<Float> expression = new ArrayList<>();
        for (int i = 0; i < FingersAndFace.EXPRESSIONS; i++) {
            expression.add(in.readFloat());
        }
        return new FingersAndFace(left, right, jaw, expression, eyes);
    }

    private static List<Quaternion> quaternions(DataInputStream in, int count) throws IOException {
        List<Quaternion> rotations = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rotations.add(new Quaternion(in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat()));
        }
        return rotations;
    }

    private static Vector3 vector(DataInputStream in) throws IOException {
        return new Vector3(in.readFloat(), in.readFloat(), in.readFloat());
    }
}
