package org.posescope.app.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.testkit.Fx;

import javafx.scene.image.Image;

class FrameImagesTest {
    private final FrameImages images = new FrameImages();

    @BeforeAll
    static void startToolkit() throws InterruptedException {
        Fx.start();
    }

    @Test
    void blocks_that_go_round_keep_their_images() throws Exception {
        int held = 7;
        Set<Image> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Frame> lent = new ArrayDeque<>();
        try (FramePool pool = new FramePool()) {
            for (int i = 0; i < 10 * held; i++) {
                Frame frame = new Frame(pool.acquire(8, 4), i, i, 0);
                seen.add(Fx.call(() -> images.of(frame)));
                lent.add(frame);
                if (lent.size() == held) {
                    lent.remove().close();
                }
            }
            lent.forEach(Frame::close);
        }

        assertThat(seen).hasSize(held);
    }

    @Test
    void images_of_another_size_are_let_go() throws Exception {
        try (FramePool pool = new FramePool();
                Frame small = new Frame(pool.acquire(8, 4), 0, 0, 0);
                Frame large = new Frame(pool.acquire(16, 8), 1, 1, 0)) {
            Fx.call(() -> images.of(small));
            Image image = Fx.call(() -> images.of(large));

            assertThat(images.size()).isEqualTo(1);
            assertThat(image.getWidth()).isEqualTo(16);
        }
    }

    @Test
    void images_on_memory_that_was_freed_are_let_go() throws Exception {
        try (FramePool gone = new FramePool(); Frame frame = new Frame(gone.acquire(8, 4), 0, 0, 0)) {
            Fx.call(() -> images.of(frame));
        }
        try (FramePool pool = new FramePool(); Frame frame = new Frame(pool.acquire(8, 4), 1, 1, 0)) {
            Fx.call(() -> images.of(frame));

            assertThat(images.size()).isEqualTo(1);
        }
    }

    @Test
    void many_more_blocks_do_not_make_ever_more_images() throws Exception {
        Deque<Frame> lent = new ArrayDeque<>();
        try (FramePool pool = new FramePool()) {
            for (int i = 0; i < 100; i++) {
                Frame frame = new Frame(pool.acquire(8, 4), i, i, 0);
                Fx.call(() -> images.of(frame));
                lent.add(frame);
            }
            lent.forEach(Frame::close);
        }

        assertThat(images.size()).isEqualTo(8);
    }
}
