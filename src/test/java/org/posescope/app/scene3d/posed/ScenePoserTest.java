package org.posescope.app.scene3d.posed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.body.BodyModel;
import org.posescope.body.Mannequin;
import org.posescope.draw.avatar.Avatar;
import org.posescope.draw.avatar.AvatarFile;
import org.posescope.draw.avatar.AvatarReader;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;

class ScenePoserTest {
    private static final BodyModel BODY = Mannequin.model();
    private final ScenePoser poser = ScenePoser.forHardware();

    private PosedScene pose(SceneFrame moment) {
        return poser.pose(new PoseRequest(moment, new Staging(Optional.of(BODY), 0)));
    }

    private PosedScene selected(int id, SceneFrame moment) {
        return poser.pose(new PoseRequest(moment, new Staging(Optional.of(BODY), Optional.empty(), false, id, 0)));
    }

    private static Person standing(int id, float x) {
        return Bodies.person(id, Bodies.walking(x, 0.5f, 3, 0));
    }

    @Test
    void a_body_stands_where_its_parameters_say_and_on_the_floor() {
        PosedScene posed = pose(Bodies.moment(0, standing(1, 0.2f)));
        PosedPerson person = posed.people().getFirst();

        assertThat(person.body()).isPresent();
        assertThat(person.joints().joints().skeleton()).isEqualTo(Skeletons.SMPL24);
        assertThat(person.extent().lowest()).isCloseTo(0.5f + 0.95f, within(1e-3f));
        assertThat(person.head().x()).isCloseTo(0.2f, within(1e-3f));
        assertThat(person.head().y()).isCloseTo(0.5f - 0.67f, within(1e-3f));
        assertThat(posed.floor()).isCloseTo(1.45, within(1e-3));
    }

    @Test
    void people_are_shown_as_the_avatar_while_one_is_worn(@TempDir Path folder) {
        Avatar avatar = AvatarReader
                .read(new AvatarFile(AvatarFile.Naming.VRM1, 0, 1).write(folder.resolve("figure.vrm")));
        SceneFrame moment = Bodies.moment(0, standing(1, 0));
        PosedPerson plain = pose(moment).people().getFirst();
        PosedPerson person = poser
                .pose(new PoseRequest(moment, new Staging(Optional.of(BODY), Optional.of(avatar), false, 0, 0)))
                .people()
                .getFirst();
        PosedBody worn = person.body().orElseThrow();

        assertThat(worn.avatar()).contains(avatar);
        assertThat(worn.faces()).isSameAs(avatar.triangles());
        assertThat(worn.normals()).hasSameSizeAs(worn.vertices());
        assertThat(person.joints()).isEqualTo(plain.joints());
        assertThat(person.extent().lowest()).isCloseTo(plain.extent().lowest(), within(0.02f));
        assertThat(pose(moment).people().getFirst().body().orElseThrow().avatar()).isEmpty();
    }

    @Test
    void poses_are_not_changed_by_the_next_ones() {
        PosedBody first = pose(Bodies.moment(0, standing(1, 0))).people().getFirst().body().orElseThrow();
        float[] before = first.vertices().clone();
        PosedBody second = pose(Bodies.moment(40_000, standing(1, 1))).people().getFirst().body().orElseThrow();

        assertThat(first.vertices()).isEqualTo(before).isNotEqualTo(second.vertices());
        assertThat(first.faces()).isSameAs(second.faces());
    }

    @Test
    void joints_without_a_body_are_shown_where_they_are() {
        Person person = Bodies.person(1, Bodies.joints(0.9f, 1), new Vector3(1, 0, 4));
        PosedPerson posed = pose(Bodies.moment(0, person)).people().getFirst();

        assertThat(posed.body()).isEmpty();
        assertThat(posed.hips()).isEqualTo(new Vector3(1, 0, 4));
        assertThat(posed.extent().lowest()).isEqualTo(0.9f);
    }

    @Test
    void who_is_nowhere_in_space_is_left_out() {
        Person unsure = Bodies.person(1, Bodies.joints(0.9f, 0.1f), new Vector3(1, 0, 4));
        Person flat = new Person(2, 1, unsure.box(), unsure.keypoints(), unsure.joints3d(), Optional.empty(),
                Optional.empty());

        assertThat(pose(Bodies.moment(0, unsure, flat)).people()).isEmpty();
    }

    @Test
    void people_without_identity_are_told_apart_and_leave_no_trail() {
        List<PosedPerson> people = pose(Bodies.moment(0, standing(0, 0), standing(0, 1), standing(4, 2))).people();

        assertThat(people).extracting(PosedPerson::key).doesNotHaveDuplicates().contains(4);
        assertThat(people).extracting(person -> person.trails().size()).containsExactly(0, 0, 5);
    }

    @Test
    void the_selected_person_is_in_focus_and_everybody_when_they_are_gone() {
        PosedScene both = selected(2, Bodies.moment(0, standing(1, 0), standing(2, 1)));
        PosedScene gone = selected(2, Bodies.moment(40_000, standing(1, 0), standing(3, 1)));

        assertThat(both.focus()).extracting(PosedPerson::id).containsExactly(2);
        assertThat(gone.focus()).extracting(PosedPerson::id).containsExactly(1, 3);
    }

    @Test
    void feet_cast_the_darkest_shadow() {
        PosedScene posed = pose(Bodies.moment(0, standing(1, 0)));
        Shadow shadow = posed.shadow().orElseThrow();
        float[] darkness = shadow.darkness();
        int side = (int) Math.sqrt(darkness.length);
        int darkest = 0;
        for (int i = 0; i < darkness.length; i++) {
            darkest = darkness[i] > darkness[darkest] ? i : darkest;
        }
        double cell = 2 * Shadow.REACH / side;

        assertThat(shadow.middle().x() + (darkest % side + 0.5 - side / 2.0) * cell)
                .satisfiesAnyOf(x -> assertThat(x).isCloseTo(0.1, within(0.1)),
                        x -> assertThat(x).isCloseTo(-0.1, within(0.1)));
        assertThat(darkness[darkest]).isGreaterThan(0.3f);
        assertThat(darkness[0]).isZero();
    }
}
