package org.posescope.app.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.posescope.draw.PictureFit;

class PictureZoomTest {
    private static final PictureZoom.Room ROOM = new PictureZoom.Room(640, 480, 1000, 480);

    @Test
    void without_zoom_all_of_the_picture_is_seen() {
        assertThat(ROOM.fit(PictureZoom.ALL)).isEqualTo(PictureFit.of(640, 480, 1000, 480));
        assertThat(PictureZoom.ALL.nearer(0.5, 500, 200, ROOM)).isEqualTo(PictureZoom.ALL);
    }

    @Test
    void what_is_at_the_pointer_stays_there() {
        PictureFit before = ROOM.fit(PictureZoom.ALL);
        PictureZoom near = PictureZoom.ALL.nearer(3, 420, 130, ROOM);
        PictureFit now = ROOM.fit(near);

        assertThat(now.scale()).isEqualTo(3 * before.scale());
        assertThat(now.pictureX(420)).isCloseTo(before.pictureX(420), within(0.5));
        assertThat(now.pictureY(130)).isCloseTo(before.pictureY(130), within(0.5));
        assertThat(ROOM.fit(near.nearer(1 / 3.0, 420, 130, ROOM))).isEqualTo(before);
    }

    @Test
    void the_picture_goes_with_the_mouse_as_far_as_there_is_any() {
        PictureZoom near = PictureZoom.ALL.nearer(2, 500, 240, ROOM);
        PictureFit before = ROOM.fit(near);

        PictureFit moved = ROOM.fit(near.moved(-50, 30, ROOM));
        assertThat(moved.left()).isEqualTo(before.left() - 50);
        assertThat(moved.top()).isEqualTo(before.top() + 30);
        PictureZoom far = near.moved(-5000, 5000, ROOM);
        assertThat(ROOM.fit(far)).isEqualTo(new PictureFit(2, 1000 - 1280, 0));
        assertThat(ROOM.fit(far.moved(50, 0, ROOM)).left()).isEqualTo(1000 - 1280 + 50);
    }

    @Test
    void one_comes_no_nearer_than_sixteen_times() {
        PictureZoom near = PictureZoom.ALL;
        for (int i = 0; i < 50; i++) {
            near = near.nearer(1.5, 10, 10, ROOM);
        }

        assertThat(near.factor()).isEqualTo(16);
    }
}
