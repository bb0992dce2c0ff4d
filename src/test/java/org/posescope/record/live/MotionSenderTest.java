package org.posescope.record.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.posescope.body.BodyModel;
import org.posescope.body.DefaultBody;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Skeleton;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;
import org.posescope.record.Coordinates;

class MotionSenderTest {
    private static final BodyModel MODEL = DefaultBody.read();
    private static final Skeleton POINT = new Skeleton("point", List.of("nose"), List.of());
    private static final int TIMEOUT_MILLIS = 20_000;

    private DatagramSocket receiver;
    private FramePool pool;

    @BeforeEach
    void open() throws IOException {
        receiver = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        receiver.setSoTimeout(TIMEOUT_MILLIS);
        pool = new FramePool();
    }

    @AfterEach
    void close() {
        receiver.close();
        pool.close();
    }

    /** Chains the bones as an avatar does that faces z in Unity's left-handed axes: its left is at -x. */
    @Test
    void bones_are_upright_and_the_right_hand_is_right() throws IOException {
        Person raised = person(3, Map.of("right_shoulder", Rotation.about(Vec3.Z, -Math.PI / 3)));
        Map<String, List<Object>> bones = sent("vmc", List.of(raised), 22);

        assertThat(bones.get("/VMC/Ext/OK")).containsExactly(1);
        assertThat(bones.get("/VMC/Ext/T")).containsExactly(2.5f);
        assertThat(bones.get("root")).containsExactly("root", 0f, 0f, 0f, 0f, -0f, -0f, 1f);
        assertThat(place(bones, "Hips").distance(new Vec3(-0.2, 1 - pelvis().y(), -4 - pelvis().z()))).isLessThan(0.3);
        Vec3 head = chain(bones, "Hips", "Spine", "Chest", "UpperChest", "Neck", "Head");
        Vec3 hips = place(bones, "Hips");
        assertThat(head.minus(hips).unit().y()).isGreaterThan(0.95);
        Vec3 right = chain(bones, "Hips", "Spine", "Chest", "UpperChest", "RightShoulder", "RightUpperArm",
                "RightLowerArm", "RightHand");
        Vec3 left = chain(bones, "Hips", "Spine", "Chest", "UpperChest", "LeftShoulder", "LeftUpperArm",
                "LeftLowerArm", "LeftHand");
        assertThat(right.x() - hips.x()).as("right of who faces z").isGreaterThan(0.2);
        assertThat(left.x() - hips.x()).isLessThan(-0.5);
        assertThat(right.y()).as("raised").isGreaterThan(left.y() + 0.3);
        Vec3 toes = chain(bones, "Hips", "LeftUpperLeg", "LeftLowerLeg", "LeftFoot", "LeftToes");
        assertThat(toes.y()).isLessThan(hips.y() - 0.7);
        assertThat(toes.z()).as("forward").isGreaterThan(
                chain(bones, "Hips", "LeftUpperLeg", "LeftLowerLeg", "LeftFoot").z() + 0.05);
    }

    @Test
    void angles_of_everybody_are_plain_messages() throws IOException {
        Map<String, List<Object>> all = sent("osc",
                List.of(person(1, Map.of("left_knee", Rotation.about(Vec3.X, 1))), person(2, Map.of())), 2 + 2 * 38);

        assertThat(all.get("/posescope/people")).containsExactly(2);
        assertThat((float) all.get("/posescope/1/left_knee_flexion").getFirst()).isCloseTo((float) Math.toDegrees(1),
                within(0.1f));
        assertThat((float) all.get("/posescope/2/left_knee_flexion").getFirst()).isCloseTo(0, within(0.1f));
    }

    @Test
    void nobody_is_told_to_the_avatar() throws IOException {
        assertThat(sent("vmc", List.of(), 2).get("/VMC/Ext/OK")).containsExactly(0);
    }

    @Test
    void a_receiver_that_is_not_there_stops_nothing() {
        SendTarget target = SendTarget.of("vmc://127.0.0.1:" + receiver.getLocalPort());
        receiver.close();
        try (MotionSender sender = MotionSender.open(target, MODEL, Coordinates.WORLD)) {
            for (int i = 0; i < 2000; i++) {
                accept(sender, List.of(person(1, Map.of())));
            }
            long dropped = sender.figures().dropped();
            assertThat(sender.figures().sent() + dropped).isEqualTo(2000 * 2);
            assertThat(dropped).as("what the system says was refused").isPositive();
            assertThat(sender.warning()).contains(
                    dropped + " of 4000 packets to " + target + " were not sent (nobody listens there)");
        }
    }

    @Test
    void a_receiver_that_goes_in_the_middle_and_comes_back_is_sent_to_again() throws IOException {
        InetSocketAddress address = new InetSocketAddress(receiver.getLocalAddress(), receiver.getLocalPort());
        try (MotionSender sender = MotionSender.open(SendTarget.of("vmc://127.0.0.1:" + address.getPort()), MODEL,
                Coordinates.WORLD)) {
            accept(sender, List.of(person(1, Map.of())));
            receiver.receive(new DatagramPacket(new byte[2000], 2000));
            receiver.close();
            for (int i = 0; i < 20; i++) {
                accept(sender, List.of(person(1, Map.of())));
            }
            receiver = new DatagramSocket(address);
            receiver.setSoTimeout(TIMEOUT_MILLIS);
            accept(sender, List.of(person(1, Map.of())));

            DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
            receiver.receive(packet);
            assertThat(OscReader.read(Arrays.copyOf(packet.getData(), packet.getLength())).getFirst())
                    .startsWith("/VMC/Ext/OK");
            assertThat(sender.figures().sent() + sender.figures().dropped()).isEqualTo(22 * 2);
        }
    }

    /** {@link SendBench} for two seconds, but no frame is sent before the one before was received. */
    @Test
    void the_packets_of_two_people_all_arrive_and_can_be_read() throws Exception {
        SendBench.Figures figures = SendBench.run(MODEL, List.of(person(1, Map.of()), person(2, Map.of())),
                2 * SendBench.FPS, false);

        assertThat(figures.sent()).isEqualTo(2L * SendBench.FPS * SendBench.PACKETS);
        assertThat(figures.received()).isEqualTo(figures.sent());
        assertThat(figures.dropped()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "vmc", "http://127.0.0.1:80", "vmc://127.0.0.1:70000", "vmc://127.0.0.1:0", "vmc://a b"})
    void what_is_no_address_is_told_in_one_sentence(String name) {
        assertThatThrownBy(() -> SendTarget.of(name)).isInstanceOf(UserException.class)
                .hasMessage("Cannot send to " + name
                        + ": give an address like vmc://127.0.0.1:39539, osc://127.0.0.1:9000 or ws://127.0.0.1:8765.");
    }

    @Test
    void a_host_that_does_not_exist_is_told() {
        assertThatThrownBy(() -> SendTarget.of("vmc://nowhere.invalid:1234")).isInstanceOf(UserException.class)
                .hasMessage("Cannot send to vmc://nowhere.invalid:1234: there is no such host.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vmc:", "vmc://", "vmc://127.0.0.1", "VMC://127.0.0.1:39539"})
    void this_machine_and_the_usual_port_are_the_default(String name) {
        assertThat(SendTarget.of(name)).hasToString("vmc://127.0.0.1:39539");
    }

    private Map<String, List<Object>> sent(String kind, List<Person> people, int messages) throws IOException {
        Map<String, List<Object>> all = new LinkedHashMap<>();
        SendTarget target = SendTarget.of(kind + "://127.0.0.1:" + receiver.getLocalPort());
        try (MotionSender sender = MotionSender.open(target, MODEL, Coordinates.WORLD)) {
            accept(sender, people);
            for (long i = sender.figures().sent(); i > 0; i--) {
                DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
                receiver.receive(packet);
                assertThat(packet.getLength()).isLessThanOrEqualTo(1400);
                OscReader.read(Arrays.copyOf(packet.getData(), packet.getLength())).forEach(message -> all
                        .put(message.get(1) instanceof String name ? name : (String) message.getFirst(),
                                message.subList(1, message.size())));
            }
            assertThat(sender.warning()).isEmpty();
        }
        assertThat(all).hasSize(people.isEmpty() || kind.equals("osc") ? messages : messages + 3);
        return all;
    }

    private void accept(MotionSender sender, List<Person> people) {
        try (Frame frame = new Frame(pool.acquire(1, 1), 75, 2_500_000, 0)) {
            sender.accept(frame, people);
        }
    }

    private static Vec3 chain(Map<String, List<Object>> bones, String... names) {
        Vec3 at = Vec3.ZERO;
        Rotation turn = Rotation.IDENTITY;
        for (String name : names) {
            at = at.plus(turn.apply(place(bones, name)));
            List<Object> b = bones.get(name);
            turn = turn.times(new Rotation((float) b.get(7), (float) b.get(4), (float) b.get(5), (float) b.get(6)));
        }
        return at;
    }

    private static Vec3 place(Map<String, List<Object>> bones, String name) {
        List<Object> b = bones.get(name);
        return new Vec3((float) b.get(1), (float) b.get(2), (float) b.get(3));
    }

    private static Vec3 pelvis() {
        float[] rest = MODEL.restJoints(new float[BodyParameters.BETAS]);
        return new Vec3(rest[0], rest[1], rest[2]);
    }

    /** Somebody who faces the camera, in its axes: y down, z forward. */
    static Person person(int id, Map<String, Rotation> turned) {
        List<Quaternion> rotations = new ArrayList<>(Collections.nCopies(BodyParameters.JOINTS, Quaternion.IDENTITY));
        turned.forEach((joint, r) -> rotations.set(Skeletons.SMPL24.index(joint),
                new Quaternion((float) r.w(), (float) r.x(), (float) r.y(), (float) r.z())));
        rotations.set(0, new Quaternion(0, 1, 0, 0));
        return new Person(id, 1, new Box(0, 0, 10, 10),
                List.of(new Keypoints(POINT, List.of(new Keypoint(1, 2, 1)))), Optional.empty(), Optional.empty(),
                Optional.of(new BodyParameters(rotations, Collections.nCopies(BodyParameters.BETAS, 0f),
                        new Vector3(0.2f, -1, 4))));
    }
}
