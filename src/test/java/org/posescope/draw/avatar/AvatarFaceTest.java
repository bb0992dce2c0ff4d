package org.posescope.draw.avatar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.posescope.body.BodyModel;
import org.posescope.body.DefaultBody;
import org.posescope.body.Expression;
import org.posescope.body.math.Vec3;
import org.posescope.draw.avatar.AvatarFile.Hair;
import org.posescope.draw.avatar.AvatarFile.Naming;
import org.posescope.error.UserException;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.FingersAndFace;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Rotations;
import org.posescope.pose.SmplFamily;
import org.posescope.pose.Vector3;

class AvatarFaceTest {
    private static final BodyModel BODY = DefaultBody.readWhole();
    private static final Hair HAIR = new Hair(1, 1, 0.5, 0.1, false);

    @TempDir
    private Path folder;

    private static BodyParameters face(double jawDegrees, Expression expression, double share) {
        List<Quaternion> hand = Collections.nCopies(SmplFamily.HAND_JOINTS, Quaternion.IDENTITY);
        List<Float> components = new ArrayList<>(Collections.nCopies(FingersAndFace.EXPRESSIONS, 0f));
        components.set(expression.component(), (float) share);
        return new BodyParameters(Collections.nCopies(BodyParameters.JOINTS, Quaternion.IDENTITY),
                Collections.nCopies(BodyParameters.BETAS, 0f), new Vector3(0, 0, 0))
                .withFingersAndFace(new FingersAndFace(hand, hand,
                        Rotations.quaternionOfAxisAngle(Math.toRadians(jawDegrees), 0, 0), components));
    }

    private static Vec3 corner(AvatarPoser poser, int box, int corner) {
        int at = 3 * (8 * box + corner);
        return new Vec3(poser.vertices()[at], poser.vertices()[at + 1], poser.vertices()[at + 2]);
    }

    /** How far a corner of the head goes from where it is in a still face, in the unit of the file. */
    private static Vec3 moved(AvatarPoser poser, int head, int corner, BodyParameters body) {
        poser.pose(face(0, Expression.FROWN, 0), 0);
        Vec3 still = corner(poser, head, corner);
        double height = corner(poser, head, 2).y() - corner(poser, head, 0).y();
        poser.pose(body, 0);
        return corner(poser, head, corner).minus(still).times((0.2 + 0.06) / height);
    }

    private AvatarPoser poser(AvatarFile file) {
        return new AvatarPoser(AvatarReader.read(file.write(folder.resolve("face.vrm"))), BODY);
    }

    /** Corners: 0 and 1 are below, 1 is on the side of +x in the file; figures of VRM 0.x look the other way. */
    @ParameterizedTest
    @CsvSource({"VRM0, 0", "VRM1, 1"})
    void the_mesh_moves_as_the_face_does(Naming naming, int left) {
        AvatarFile file = new AvatarFile(naming, 0, 1).withFace();
        AvatarPoser poser = poser(file);
        int head = file.box("head");
        int right = 1 - left;
        assertMoves(moved(poser, head, 0, face(16, Expression.FROWN, 0)), new Vec3(0, -0.025, 0));
        assertMoves(moved(poser, head, 0, face(60, Expression.FROWN, 0)), new Vec3(0, -0.05, 0));
        assertMoves(moved(poser, head, 2, face(60, Expression.FROWN, 0)), Vec3.ZERO);
        assertMoves(moved(poser, head, 0, face(0, Expression.SMILE, 0.8)), new Vec3(0, -0.02, 0));
        assertMoves(moved(poser, head, left, face(0, Expression.BLINK_LEFT, 0.5)), new Vec3(0, 0, 0.01));
        assertMoves(moved(poser, head, right, face(0, Expression.BLINK_LEFT, 0.5)), Vec3.ZERO);
        assertMoves(moved(poser, head, left, face(0, Expression.BLINK_RIGHT, 1)), Vec3.ZERO);
    }

    private static void assertMoves(Vec3 found, Vec3 wanted) {
        assertThat(found.distance(wanted)).as("%s for %s", found, wanted).isLessThan(1e-5);
    }

    @Test
    void a_smile_leaves_of_blinking_what_the_avatar_says() {
        AvatarFile file = new AvatarFile(Naming.VRM1, 0, 1).withFace();
        AvatarPoser poser = poser(file);
        List<Float> both = new ArrayList<>(Collections.nCopies(FingersAndFace.EXPRESSIONS, 0f));
        both.set(Expression.SMILE.component(), 0.25f);
        both.set(Expression.BLINK_LEFT.component(), 1f);
        List<Quaternion> hand = Collections.nCopies(SmplFamily.HAND_JOINTS, Quaternion.IDENTITY);
        BodyParameters body = face(0, Expression.SMILE, 0)
                .withFingersAndFace(new FingersAndFace(hand, hand, Quaternion.IDENTITY, both));
        assertMoves(moved(poser, file.box("head"), 3, body), new Vec3(0, 0, 0.75 * 0.02));
    }

    @Test
    void a_plan_without_a_face_leaves_the_avatar_as_it_is() {
        AvatarFile file = new AvatarFile(Naming.VRM1, 0, 1).withFace();
        AvatarPoser poser = new AvatarPoser(AvatarReader.read(file.write(folder.resolve("face.vrm"))),
                DefaultBody.read());
        BodyParameters body = face(0, Expression.SMILE, 0);
        poser.pose(new BodyParameters(body.rotations(), body.betas(), body.translation()), 0);
        assertThat(corner(poser, file.box("head"), 2).y() - corner(poser, file.box("head"), 3).y()).isZero();
    }

    private void assertRefused(String text, String part) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.vrm"), text, StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> AvatarReader.read(file)).isInstanceOf(UserException.class)
                .satisfies(refused -> assertThat(refused.getMessage()).startsWith(file.toString()).contains(part)
                        .doesNotContain("\n"));
    }

    @ParameterizedTest
    @EnumSource(value = Naming.class, names = {"VRM0", "VRM1"})
    void a_damaged_extension_is_told_in_one_sentence(Naming naming) throws IOException {
        AvatarFile file = new AvatarFile(naming, 0, 1).withFace().with(HAIR);
        int hair = file.box("hair1") + 1;
        String text = Files.readString(file.write(folder.resolve("whole.vrm")), StandardCharsets.ISO_8859_1);
        assertRefused(text.replace("\"index\":1", "\"index\":7"), "its face needs target 7 of a mesh that has 2");
        assertRefused(text.replace("\"colliderGroups\":[0]", "\"colliderGroups\":[3]"),
                "its springs need 3 of 1 groups of colliders");
        assertRefused(text.replace("\"gravityPower\":1.0,\"dragForce\":0.5", "\"gravityPower\":9e999,\"dragForce\":1"),
                "a gravityPower of its springs is no number");
        if (naming == Naming.VRM1) {
            assertRefused(text.replace("\"node\":" + hair + ",\"stiff", "\"node\":99,\"stiff"),
                    "its springs need node 99, which is not there");
        } else {
            assertRefused(text.replace("\"bones\":[" + hair + "]", "\"bones\":[99]"),
                    "its springs need node 99, which is not there");
        }
    }

    @Test
    void any_bytes_of_extensions_give_an_avatar_or_one_sentence() throws IOException {
        for (Naming naming : List.of(Naming.VRM0, Naming.VRM1)) {
            byte[] whole = Files.readAllBytes(
                    new AvatarFile(naming, 0, 1).withFace().with(HAIR).write(folder.resolve("whole.vrm")));
            int from = new String(whole, StandardCharsets.ISO_8859_1).indexOf("\"extensions\"");
            assertThat(from).isPositive();
            for (int at = from; at < from + 4000; at += 131) {
                byte[] changed = whole.clone();
                changed[at] ^= 0x05;
                Path file = Files.write(folder.resolve("changed.vrm"), changed);
                try {
                    AvatarPoser poser = new AvatarPoser(AvatarReader.read(file), BODY);
                    poser.pose(face(20, Expression.SMILE, 1), 0);
                    assertThat(poser.vertices()).doesNotContain(Float.NaN);
                } catch (UserException refused) {
                    assertThat(refused.getMessage()).contains("changed.vrm").doesNotContain("\n");
                }
            }
        }
    }
}
