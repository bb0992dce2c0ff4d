package org.posescope.app.scene3d.posed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.posescope.body.BodyModel;
import org.posescope.body.Mannequin;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Person;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Vector3;

class TogetherTest {
    private static final BodyModel BODY = Mannequin.model();
    private final ScenePoser poser = ScenePoser.forHardware();

    /** Upright, turned about the vertical by an angle in radians, in the middle of a step. */
    private static Person turned(int id, float x, float y, float z, double angle) {
        BodyParameters body = Bodies.walking(x, y, z, 0.4);
        List<Quaternion> rotations = new ArrayList<>(body.rotations());
        Quaternion root = rotations.getFirst();
        Rotation turned = Rotation.about(new Vec3(0, 1, 0), angle)
                .times(new Rotation(root.w(), root.x(), root.y(), root.z()));
        rotations.set(0, new Quaternion((float) turned.w(), (float) turned.x(), (float) turned.y(),
                (float) turned.z()));
        return Bodies.person(id, new BodyParameters(rotations, body.betas(), body.translation()));
    }

    private List<PosedPerson> pose(int selected, Person... people) {
        return poser.pose(new PoseRequest(Bodies.moment(0, people),
                new Staging(Optional.of(BODY), Optional.empty(), true, selected, 0))).people();
    }

    private static float[] vertices(PosedPerson person) {
        return person.body().orElseThrow().vertices();
    }

    @Test
    void the_same_pose_elsewhere_and_turned_covers_that_of_who_is_selected() {
        Person stays = turned(2, 1, 0.5f, 4, 0.3);
        List<PosedPerson> people = pose(2, turned(1, -1, 0.5f, 3, -1.9), stays);
        float[] alone = vertices(pose(2, stays).getFirst());

        assertThat(vertices(people.get(1))).containsExactly(alone, within(1e-4f));
        assertThat(vertices(people.get(0))).containsExactly(alone, within(1e-3f));
        assertThat(people).extracting(PosedPerson::id).containsExactly(1, 2);
    }

    @Test
    void who_came_first_stays_where_nobody_is_selected() {
        Person first = turned(1, -1, 0.5f, 3, 2.9);
        List<PosedPerson> people = pose(0, turned(4, 1, 0.5f, 4, -2.8), first);

        assertThat(vertices(people.get(0))).containsExactly(vertices(pose(0, first).getFirst()), within(1e-3f));
    }

    @Test
    void heights_stay() {
        List<PosedPerson> people = pose(1, turned(1, 0, 0.5f, 3, 0), turned(2, 1, 0.2f, 3, 1));

        assertThat(people.get(1).extent().lowest()).isCloseTo(people.get(0).extent().lowest() - 0.3f, within(1e-3f));
        assertThat(people.get(1).extent().center().x()).isCloseTo(people.get(0).extent().center().x(), within(1e-3f));
    }

    @Test
    void joints_without_a_body_go_there_too_and_who_is_nowhere_stays_away() {
        Person stays = Bodies.person(1, Bodies.joints(0.9f, 1), new Vector3(1, 0, 4));
        Person other = Bodies.person(2, Bodies.joints(0.9f, 1), new Vector3(-2, 0.1f, 6));
        Person nowhere = new Person(3, 1, stays.box(), stays.keypoints(), stays.joints3d(), Optional.empty(),
                Optional.empty());

        List<Person> together = Together.of(List.of(other, stays, nowhere), 1, Optional.of(BODY));

        assertThat(together.get(0).translation()).contains(new Vector3(1, 0.1f, 4));
        assertThat(together.get(1)).isEqualTo(stays);
        assertThat(together.get(2)).isEqualTo(nowhere);
        assertThat(Together.of(List.of(nowhere), 0, Optional.empty())).containsExactly(nowhere);
    }

    @Test
    void without_that_everybody_is_where_they_are() {
        Person left = turned(1, -1, 0.5f, 3, 1);
        Person right = turned(2, 1, 0.5f, 3, 0);
        List<PosedPerson> apart = poser
                .pose(new PoseRequest(Bodies.moment(0, left, right), new Staging(Optional.of(BODY), 0))).people();

        assertThat(apart.get(1).extent().center().x() - apart.get(0).extent().center().x()).isGreaterThan(1.5f);
    }
}
