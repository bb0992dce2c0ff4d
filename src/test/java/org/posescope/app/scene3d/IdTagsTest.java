package org.posescope.app.scene3d;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.posescope.app.scene3d.posed.Extent;
import org.posescope.app.scene3d.posed.PosedPerson;
import org.posescope.draw.PersonNames;
import org.posescope.draw.scene.OrbitCamera;
import org.posescope.draw.scene.Skeleton3d;
import org.posescope.pose.Joint;
import org.posescope.pose.Joints3d;
import org.posescope.pose.Skeletons;
import org.posescope.pose.Vector3;
import org.posescope.testkit.Fx;

import javafx.geometry.Point2D;

class IdTagsTest {
    private static final OrbitCamera ORBIT = new OrbitCamera(0.3, 0.1, 4, new Vector3(0, 0, 3), 0.7);

    @BeforeAll
    static void startJavaFx() throws InterruptedException {
        Fx.start();
    }

    private static PosedPerson person(int id, float x) {
        Vector3 place = new Vector3(x, 0, 3);
        Joints3d joints = new Joints3d(Skeletons.COCO17,
                Collections.nCopies(Skeletons.COCO17.size(), new Joint(0, 0, 0, 1)));
        return new PosedPerson(id, id, Optional.empty(), new Skeleton3d(id, joints, place), List.of(), place, place,
                new Extent(place, place));
    }

    private static IdTags tags(double width, double height) {
        IdTags tags = new IdTags(PersonNames.NUMBERS);
        tags.node().resize(width, height);
        tags.show(List.of(person(7, -0.5f), person(8, 0.8f)), ORBIT);
        return tags;
    }

    private static List<Point2D> places(IdTags tags) {
        return tags.node().getChildren().stream().map(tag -> new Point2D(tag.getLayoutX(), tag.getLayoutY())).toList();
    }

    @Test
    void tags_stay_over_their_people_when_the_pane_changes_its_size_while_nothing_moves() throws Exception {
        assertThat(Fx.call(() -> {
            IdTags tags = tags(400, 300);
            tags.node().resize(900, 500);
            return places(tags);
        })).isEqualTo(Fx.call(() -> places(tags(900, 500)))).isNotEqualTo(Fx.call(() -> places(tags(400, 300))));
    }

    @Test
    void tags_of_people_at_one_place_stand_one_above_the_other() throws Exception {
        List<Point2D> places = Fx.call(() -> {
            IdTags tags = new IdTags(PersonNames.NUMBERS);
            tags.node().resize(400, 300);
            tags.show(List.of(person(7, 0), person(8, 0), person(9, 0)), ORBIT);
            return places(tags);
        });

        assertThat(places).extracting(Point2D::getY).doesNotHaveDuplicates();
        assertThat(places.get(0).getY()).isGreaterThan(places.get(1).getY());
        assertThat(places.get(1).getY()).isGreaterThan(places.get(2).getY());
    }
}
