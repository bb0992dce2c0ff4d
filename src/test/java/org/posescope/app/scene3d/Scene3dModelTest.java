package org.posescope.app.scene3d;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.posescope.app.scene3d.camera.CameraPreset;
import org.posescope.app.scene3d.posed.Switches;

class Scene3dModelTest {
    private final Scene3dModel model = new Scene3dModel();

    @Test
    void bodies_on_a_floor_are_followed_at_first() {
        assertThat(model.switches()).isEqualTo(new Switches(true, false, true, false, false));
        assertThat(model.presetProperty().get()).isEqualTo(CameraPreset.FOLLOW);
        assertThat(model.noticeProperty().get()).isEmpty();
    }

    @Test
    void each_change_of_a_switch_is_told_once() {
        List<Switches> told = new ArrayList<>();
        model.whenSwitched(() -> told.add(model.switches()));
        model.jointsProperty().set(true);
        model.floorProperty().set(false);
        model.floorProperty().set(false);

        assertThat(told).containsExactly(new Switches(true, true, true, false, false),
                new Switches(true, true, false, false, false));
    }

    @Test
    void people_are_counted() {
        model.showPeople(3);

        assertThat(model.peopleProperty().get()).isEqualTo(3);
    }
}
