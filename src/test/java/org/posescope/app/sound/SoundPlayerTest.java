package org.posescope.app.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.posescope.error.UserException;
import org.posescope.record.video.SoundSamples;

class SoundPlayerTest {
    private static final Path FILE = Path.of("clip.mp4");

    private final AtomicLong nanos = new AtomicLong();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    /** A write waits until the test has taken what was written. */
    private final BlockingQueue<String> heard = new SynchronousQueue<>();
    private final CountingSamples samples = new CountingSamples(0, 60_000);
    private volatile boolean device = true;
    private final SoundPlayer player = new SoundPlayer(this::line, this::sound, nanos::get);

    private Optional<SoundSamples> sound(Path file) {
        return file.equals(FILE) ? Optional.of(samples) : Optional.empty();
    }

    private SoundLine line() {
        if (!device) {
            throw new UserException("this computer has no device for it");
        }
        return new HandedLine();
    }

    /** Hands over what is done to it, one by one. */
    private final class HandedLine implements SoundLine {
        @Override
        public void write(byte[] bytes, int length) {
            hand("heard " + ((bytes[0] & 0xFF) | (bytes[1] << 8)));
        }

        private void hand(String what) {
            try {
                heard.put(what);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public long heardMicros() {
            return nanos.get() / 1000;
        }

        @Override
        public void drop() {
            hand("silent");
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    private String next(BlockingQueue<String> queue) throws InterruptedException {
        String next = queue.poll(20, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    private void start() throws InterruptedException {
        player.start(new SoundEvents() {
            @Override
            public void opened(boolean hasSound) {
                events.add("opened " + hasSound);
            }

            @Override
            public void failed(String why) {
                events.add(why);
            }
        });
        player.gain(1);
        player.playing(true);
        player.open(Optional.of(FILE));
        assertThat(next(events)).isEqualTo("opened true");
    }

    @AfterEach
    void everything_ends() throws InterruptedException {
        Thread closing = Thread.ofPlatform().start(player::close);
        while (!closing.join(Duration.ofMillis(1))) {
            String _ = heard.poll();
        }
        assertThat(samples.closed()).isTrue();
    }

    @Test
    void nothing_is_heard_before_a_frame_is_seen_and_then_what_belongs_to_it() throws InterruptedException {
        start();
        assertThat(heard.poll()).isNull();

        player.shown(900_000);

        assertThat(next(heard)).isEqualTo("silent");
        assertThat(next(heard)).isEqualTo("heard 900");
    }

    @Test
    void a_pause_and_a_mute_fall_silent_and_playing_goes_on_where_the_picture_is() throws InterruptedException {
        start();
        player.shown(900_000);
        assertThat(next(heard)).isEqualTo("silent");
        player.playing(false);
        assertThat(next(heard)).isEqualTo("heard 900");
        assertThat(next(heard)).isEqualTo("silent");

        player.playing(true);
        player.shown(1_800_000);
        assertThat(next(heard)).isEqualTo("silent");
        player.gain(0);
        assertThat(next(heard)).isEqualTo("heard 1800");
        assertThat(next(heard)).isEqualTo("silent");
    }

    @Test
    void a_seek_falls_silent_until_its_frame_is_seen() throws InterruptedException {
        start();
        player.shown(900_000);
        assertThat(next(heard)).isEqualTo("silent");
        player.jumped();
        assertThat(next(heard)).isEqualTo("heard 900");
        assertThat(next(heard)).isEqualTo("silent");

        player.shown(30_000_000);

        assertThat(next(heard)).isEqualTo("silent");
        assertThat(next(heard)).isEqualTo("heard 30000");
    }

    @Test
    void without_a_device_it_is_told_once_and_tried_again_when_the_user_wants_to_hear() throws InterruptedException {
        device = false;
        start();
        player.shown(0);
        assertThat(next(events)).isEqualTo("this computer has no device for it");
        player.shown(40_000);
        player.open(Optional.of(Path.of("silent.mp4")));
        assertThat(next(events)).isEqualTo("opened false");

        device = true;
        player.gain(0);
        player.open(Optional.of(FILE));
        assertThat(next(events)).isEqualTo("opened true");
        player.gain(1);
        player.shown(0);

        assertThat(next(heard)).isEqualTo("silent");
        assertThat(events).isEmpty();
    }
}
