package org.posescope.app.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceOptions;
import org.posescope.testkit.FakeSource;

class CameraOpenerTest {
    @Test
    void cameras_are_opened_as_they_are_chosen_by_then() {
        List<SourceOptions> asked = new ArrayList<>();
        try (FramePool pool = new FramePool()) {
            CameraOpener opener = new CameraOpener((input, wanted, news) -> {
                asked.add(wanted);
                return FakeSource.camera(pool, 1);
            });
            try (FrameSource first = opener.open("0", SourceOptions.DEFAULT, news -> {})) {
                opener.choose(new CameraChoice(true, 1280, 720, 30));
                opener.open("0", SourceOptions.DEFAULT.withPictures(25), news -> {}).close();
                assertThat(first.info().kind().live()).isTrue();
            }
        }

        assertThat(asked).containsExactly(SourceOptions.DEFAULT,
                SourceOptions.DEFAULT.withPictures(25).withCamera(1280, 720, 30));
    }

    @Test
    void a_mirror_alone_opens_nothing_again() {
        CameraChoice choice = CameraChoice.DEFAULT.withSize(640, 480);

        assertThat(choice.opensAs(choice.withMirror(true))).isTrue();
        assertThat(choice.opensAs(choice.withFps(15))).isFalse();
        assertThat(choice.opensAs(CameraChoice.DEFAULT)).isFalse();
    }

    @Test
    void half_a_size_is_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CameraChoice(false, 640, 0, 0));
    }
}
