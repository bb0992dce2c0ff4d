package org.posescope.app.main;

import org.posescope.app.player.NewestSlot;
import org.posescope.app.pulse.PulseProbe;
import org.posescope.app.video.VideoPane;

import javafx.animation.AnimationTimer;

/** The one timer of the window: at each pulse it takes the newest result, if there is one, and shows it. */
final class Pulse extends AnimationTimer {
    private final NewestSlot newest;
    private final WindowModel model;
    private final VideoPane video;
    private final PulseProbe probe;

    Pulse(NewestSlot newest, WindowModel model, VideoPane video, PulseProbe probe) {
        this.newest = newest;
        this.model = model;
        this.video = video;
        this.probe = probe;
    }

    @Override
    public void handle(long now) {
        probe.pulse();
        video.pulse();
        newest.take().ifPresent(moment -> {
            video.show(moment);
            model.shown(moment);
        });
    }
}
