package org.posescope.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.posescope.app.video.VideoModel;
import org.posescope.frame.PictureFile;
import org.posescope.frame.SourceInfo;

class SourceTextTest {
    private static SourceInfo source(String uri, SourceInfo.Kind kind, double fps) {
        return new SourceInfo(uri, kind, 1280, 720, fps, 3, 3_000_000, true);
    }

    @Test
    void a_picture_of_a_folder_is_named_with_its_own_size() {
        assertThat(SourceText.tag(source("/home/ann/photos/", SourceInfo.Kind.IMAGE_FOLDER, 0),
                Optional.of(new PictureFile("b.jpg", 640, 429)))).isEqualTo("photos · b.jpg · 640×429");
    }

    @Test
    void a_long_name_leaves_room_for_size_and_rate() {
        assertThat(SourceText.tag(source("a-very-long-name-of-a-clip-that-somebody-took-in-2024.mp4",
                SourceInfo.Kind.VIDEO, 29.97), Optional.empty()))
                .isEqualTo("a-very-long-name-of…dy-took-in-2024.mp4 · 1280×720 · 29.97 fps");
    }

    @Test
    void what_is_being_opened_is_named() {
        assertThat(SourceText.opening("/clips/squat.mp4")).isEqualTo("Opening squat.mp4…");
    }

    @Test
    void what_stands_over_the_picture_changes_with_the_first_picture_of_another_source() {
        SourceInfo before = source("squat.mp4", SourceInfo.Kind.VIDEO, 25);
        SourceInfo photo = source("beach.jpg", SourceInfo.Kind.IMAGE, 0);
        Optional<VideoModel.Origin> old = Optional.of(new VideoModel.Origin(before, Optional.empty()));
        Optional<VideoModel.Origin> its = Optional.of(new VideoModel.Origin(photo, Optional.empty()));

        assertThat(SourceText.head("", Optional.empty(), Optional.empty())).isEmpty();
        assertThat(SourceText.head("", Optional.of(before), old)).isEqualTo("squat.mp4 · 1280×720 · 25 fps");
        assertThat(SourceText.head("/home/beach.jpg", Optional.of(before), old)).isEqualTo("Opening beach.jpg…");
        assertThat(SourceText.head("", Optional.of(photo), old)).isEqualTo("Opening beach.jpg…");
        assertThat(SourceText.head("", Optional.of(photo), its)).isEqualTo("beach.jpg · 1280×720");
        assertThat(SourceText.head("", Optional.empty(), old)).as("what played broke").isEmpty();
    }

    @Test
    void a_camera_that_is_found_again_in_another_size_is_still_named() {
        SourceInfo camera = source("0", SourceInfo.Kind.CAMERA, 30);
        SourceInfo smaller = new SourceInfo("0", SourceInfo.Kind.CAMERA, 640, 480, 25, -1, -1, false);

        assertThat(
                SourceText.head("", Optional.of(camera), Optional.of(new VideoModel.Origin(smaller, Optional.empty()))))
                .startsWith("camera 0 ·");
    }

    @Test
    void the_title_of_the_window_names_what_plays() {
        assertThat(SourceText.title(Optional.of(source("clips/squat.mp4", SourceInfo.Kind.VIDEO, 25))))
                .isEqualTo("squat.mp4 – PoseScope");
        assertThat(SourceText.title(Optional.empty())).isEqualTo("PoseScope");
    }
}
