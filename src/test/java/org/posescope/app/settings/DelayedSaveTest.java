package org.posescope.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.posescope.pipeline.metrics.Mode;

class DelayedSaveTest {
    private static final Settings FIRST = Settings.DEFAULT.withMode(Mode.ASYNC);
    private static final Settings SECOND = Settings.DEFAULT.withTheme(ThemeChoice.LIGHT);

    private final List<Settings> saved = new CopyOnWriteArrayList<>();

    @Test
    void of_quick_changes_the_last_is_saved() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        try (DelayedSave save = new DelayedSave(settings -> {
            saved.add(settings);
            done.countDown();
        }, Duration.ofMillis(50))) {
            save.changed(FIRST);
            save.changed(SECOND);
            assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(saved).containsExactly(SECOND);
    }

    @Test
    void closing_saves_at_once() {
        try (DelayedSave save = new DelayedSave(saved::add, Duration.ofHours(1))) {
            save.changed(FIRST);
        }
        assertThat(saved).containsExactly(FIRST);
    }

    @Test
    void nothing_is_saved_when_nothing_changed() {
        SettingsModel model = new SettingsModel(FIRST, saved::add);

        model.update(settings -> settings.withMode(Mode.ASYNC));
        assertThat(saved).isEmpty();
        model.update(settings -> settings.withMode(Mode.MIN_LATENCY));
        assertThat(saved).hasSize(1);
    }
}
