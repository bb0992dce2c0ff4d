package org.posescope.app.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.posescope.frame.ForwardingSource;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;
import org.posescope.record.FrameOutput;
import org.posescope.testkit.FakeSource;

@Timeout(30)
class QuickSourceTest {
    private static final long FRAME = 100_000;

    private final FramePool pool = new FramePool();
    private QuickPictures pictures = new QuickPictures(pool);
    private final Counting clip = new Counting(FakeSource.video(pool, 100, 10, 64, 48));
    private final List<Long> unknown = new ArrayList<>();
    private QuickSource quick = open();

    /** Counts what is asked of a source. */
    private static final class Counting extends ForwardingSource {
        private int seeks;
        private int decoded;

        Counting(FrameSource source) {
            super(source);
        }

        @Override
        public Frame next() {
            decoded++;
            return source.next();
        }

        @Override
        public void seek(long ptsMicros) {
            seeks++;
            source.seek(ptsMicros);
        }
    }

    private QuickSource open() {
        pictures.open(clip.info());
        return new QuickSource(clip, pictures, place -> !unknown.contains(place));
    }

    @AfterEach
    void everything_is_given_back() {
        pictures.close();
        assertThat(pool.lent()).isZero();
        pool.close();
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            assertThat(Thread.currentThread().isInterrupted()).as("its time is over").isFalse();
            LockSupport.parkNanos(100_000);
        }
    }

    /** The place of the first picture at or after a place that a user goes to. */
    private long goTo(long micros) {
        quick.hurry();
        quick.seek(micros);
        return next();
    }

    private long next() {
        try (Frame frame = quick.next()) {
            return frame.positionMicros();
        }
    }

    /** Goes to places that were not gone to before, until there are copies of their pictures. */
    private void visit(long... places) {
        for (long place : places) {
            int before = pictures.held();
            assertThat(goTo(place)).isEqualTo(place);
            await(() -> pictures.held() == before + 1);
        }
    }

    @Test
    void a_picture_that_was_gone_to_before_is_given_again_without_decoding_anything() {
        visit(50 * FRAME, 20 * FRAME, 70 * FRAME);
        int decoded = clip.decoded;
        int seeks = clip.seeks;

        for (long place : List.of(20 * FRAME, 50 * FRAME, 70 * FRAME, 20 * FRAME)) {
            assertThat(goTo(place)).isEqualTo(place);
            assertThat(quick.copied()).isTrue();
        }

        assertThat(clip.decoded).isEqualTo(decoded);
        assertThat(clip.seeks).isEqualTo(seeks);
    }

    @Test
    void whoever_goes_on_gets_each_picture_once_whether_it_is_a_copy_or_not() {
        visit(50 * FRAME, 52 * FRAME);

        assertThat(goTo(50 * FRAME)).isEqualTo(50 * FRAME);
        assertThat(quick.copied()).isTrue();
        assertThat(next()).isEqualTo(51 * FRAME);
        assertThat(quick.copied()).isFalse();
        assertThat(next()).isEqualTo(52 * FRAME);
        assertThat(next()).isEqualTo(53 * FRAME);
    }

    @Test
    void a_place_between_pictures_leads_to_the_same_one_as_in_the_source() {
        visit(50 * FRAME);

        assertThat(goTo(49 * FRAME + 1)).isEqualTo(50 * FRAME);
        assertThat(quick.copied()).as("nobody knows yet that nothing is between").isFalse();
        assertThat(goTo(49 * FRAME + 1)).isEqualTo(50 * FRAME);
        assertThat(quick.copied()).isTrue();
        assertThat(goTo(49 * FRAME)).isEqualTo(49 * FRAME);
        assertThat(goTo(50 * FRAME + 1)).isEqualTo(51 * FRAME);
    }

    @Test
    void what_is_not_sought_by_a_user_is_decoded() {
        visit(50 * FRAME);
        QuickSource calm = new QuickSource(clip, pictures, place -> true);

        calm.seek(50 * FRAME);
        try (Frame frame = calm.next()) {
            assertThat(frame.positionMicros()).isEqualTo(50 * FRAME);
        }
        assertThat(calm.copied()).isFalse();
    }

    @Test
    void a_copy_that_will_not_do_is_not_given() {
        visit(50 * FRAME);
        unknown.add(50 * FRAME);

        assertThat(goTo(50 * FRAME)).isEqualTo(50 * FRAME);

        assertThat(quick.copied()).isFalse();
    }

    @Test
    void no_more_memory_is_taken_than_allowed_and_what_is_farthest_goes() {
        visit(10 * FRAME);
        long one = pictures.bytes();
        pictures.close();
        pictures = new QuickPictures(pool, 5 * one);
        quick = open();

        for (int i = 0; i < 30; i++) {
            long place = (50 - i) * FRAME;
            goTo(place);
            await(() -> quick.copied() || pictures.first(place, any -> true).map(QuickSourceTest::closed).isPresent());
            assertThat(pictures.bytes()).isLessThanOrEqualTo(5 * one);
        }

        assertThat(pictures.held()).isBetween(2, 6);
        assertThat(goTo(21 * FRAME)).isEqualTo(21 * FRAME);
        assertThat(quick.copied()).isTrue();
        assertThat(goTo(50 * FRAME)).isEqualTo(50 * FRAME);
        assertThat(quick.copied()).isFalse();
    }

    private static Frame closed(Frame frame) {
        frame.close();
        return frame;
    }

    @Test
    void all_pictures_are_copied_where_that_is_wanted() {
        pictures.fill(clip.info(), () -> FakeSource.video(pool, 100, 10, 64, 48));
        await(() -> pictures.held() == 100);

        assertThat(goTo(73 * FRAME - 1)).isEqualTo(73 * FRAME);

        assertThat(quick.copied()).isTrue();
        assertThat(clip.decoded).isZero();
    }

    @Test
    void a_way_through_all_of_it_leaves_copies() {
        try (FrameOutput all = pictures.ofAll(clip.info())) {
            for (int i = 0; i < 10; i++) {
                int held = i + 1;
                try (Frame frame = quick.next()) {
                    await(() -> {
                        all.accept(frame, List.of());
                        return pictures.held() == held;
                    });
                }
            }
        }
        int decoded = clip.decoded;

        assertThat(goTo(7 * FRAME)).isEqualTo(7 * FRAME);

        assertThat(clip.decoded).isEqualTo(decoded);
    }

    @Test
    void pictures_of_one_clip_are_not_taken_for_those_of_another() {
        visit(50 * FRAME);

        quick = open();

        assertThat(goTo(50 * FRAME)).isEqualTo(50 * FRAME);
        assertThat(quick.copied()).isFalse();
    }

    @Test
    void of_a_camera_nothing_is_copied() {
        SourceInfo camera = new SourceInfo("0", SourceInfo.Kind.CAMERA, 64, 48, 10, -1, -1, false);
        pictures.open(camera);

        try (Frame frame = clip.next()) {
            pictures.offer(camera, frame, 0, true);
        }

        assertThat(pictures.held()).isZero();
        assertThat(pool.lent()).isZero();
    }
}
