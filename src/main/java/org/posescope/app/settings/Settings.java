package org.posescope.app.settings;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.posescope.app.live.SendChoice;
import org.posescope.app.measure.MeasureChoice;
import org.posescope.app.player.CameraChoice;
import org.posescope.app.record.RecordingChoice;
import org.posescope.app.sound.SoundChoice;
import org.posescope.draw.Layer;
import org.posescope.draw.Layers;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.plan.Plan;

/**
 * Everything that the window remembers.
 *
 * @param speed  0.25..4 of the pace of a file
 * @param recent what was opened last, newest first
 */
public record Settings(ThemeChoice theme, Mode mode, Layers layers, Plan plan, boolean loop, double speed,
        List<String> recent, WindowPlace window, RecordingChoice recording, SoundChoice sound, CameraChoice camera,
        MeasureChoice measure, SendChoice send) {
    public static final Settings DEFAULT = new Settings(ThemeChoice.DARK, Mode.MIN_LATENCY,
            Layers.DEFAULT.with(Layer.HUD, false),
            Plan.DEFAULT, true, 1, List.of(), WindowPlace.DEFAULT, RecordingChoice.DEFAULT, SoundChoice.DEFAULT,
            CameraChoice.DEFAULT, MeasureChoice.DEFAULT, SendChoice.DEFAULT);
    private static final int MOST_RECENT = 8;

    /** @throws IllegalArgumentException when the speed is out of range */
    public Settings {
        Objects.requireNonNull(theme, "theme");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(layers, "layers");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(recording, "recording");
        Objects.requireNonNull(sound, "sound");
        Objects.requireNonNull(camera, "camera");
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(send, "send");
        if (!(speed >= 0.25 && speed <= 4)) {
            throw new IllegalArgumentException("a speed of " + speed + " is not between 0.25 and 4");
        }
        recent = recent.stream().limit(MOST_RECENT).toList();
    }

    public Settings withTheme(ThemeChoice newTheme) {
        return new Settings(newTheme, mode, layers, plan, loop, speed, recent, window, recording, sound, camera,
                measure, send);
    }

    public Settings withMode(Mode newMode) {
        return new Settings(theme, newMode, layers, plan, loop, speed, recent, window, recording, sound, camera,
                measure, send);
    }

    public Settings withLayers(Layers newLayers) {
        return new Settings(theme, mode, newLayers, plan, loop, speed, recent, window, recording, sound, camera,
                measure, send);
    }

    public Settings withPlan(Plan newPlan) {
        return new Settings(theme, mode, layers, newPlan, loop, speed, recent, window, recording, sound, camera,
                measure, send);
    }

    public Settings withPlayback(boolean newLoop, double newSpeed) {
        return new Settings(theme, mode, layers, plan, newLoop, newSpeed, recent, window, recording, sound, camera,
                measure, send);
    }

    /** Puts an input at the head of the recent ones. */
    public Settings withRecent(String input) {
        List<String> newRecent = Stream.concat(Stream.of(input), recent.stream().filter(each -> !each.equals(input)))
                .toList();
        return new Settings(theme, mode, layers, plan, loop, speed, newRecent, window, recording, sound, camera,
                measure, send);
    }

    public Settings withWindow(WindowPlace newWindow) {
        return new Settings(theme, mode, layers, plan, loop, speed, recent, newWindow, recording, sound, camera,
                measure, send);
    }

    public Settings withRecording(RecordingChoice newRecording) {
        return new Settings(theme, mode, layers, plan, loop, speed, recent, window, newRecording, sound, camera,
                measure, send);
    }

    public Settings withSound(SoundChoice newSound) {
        return new Settings(theme, mode, layers, plan, loop, speed, recent, window, recording, newSound, camera,
                measure, send);
    }

    public Settings withCamera(CameraChoice newCamera) {
        return new Settings(theme, mode, layers, plan, loop, speed, recent, window, recording, sound, newCamera,
                measure, send);
    }

    public Settings withMeasure(MeasureChoice newMeasure) {
        return new Settings(theme, mode, layers, plan, loop, speed, recent, window, recording, sound, camera,
                newMeasure, send);
    }

    public Settings withSend(SendChoice newSend) {
        return new Settings(theme, mode, layers, plan, loop, speed, recent, window, recording, sound, camera, measure,
                newSend);
    }
}
