package org.posescope.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
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
    void the_title_of_the_window_names_what_plays() {
        assertThat(SourceText.title(Optional.of(source("clips/squat.mp4", SourceInfo.Kind.VIDEO, 25))))
                .isEqualTo("squat.mp4 – PoseScope");
        assertThat(SourceText.title(Optional.empty())).isEqualTo("PoseScope");
    }
}
