package org.posescope.app.main;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.posescope.app.player.NewestSlot;
import org.posescope.app.player.PlayerCommands;
import org.posescope.app.player.ShownFrame;
import org.posescope.app.pulse.PulseProbe;
import org.posescope.app.pulse.QuietCollector;
import org.posescope.app.pulse.StartTimes;
import org.posescope.app.scene3d.Scene3dPane;
import org.posescope.app.scene3d.posed.SceneFrame;
import org.posescope.app.video.VideoPane;
import org.posescope.draw.scene.CameraInUse;

import javafx.animation.AnimationTimer;

/** The one timer of the window: at each pulse it takes the newest result and shows what is ready. */
final class Pulse extends AnimationTimer {
    private final NewestSlot newest;
    private final WindowModel model;
    private final VideoPane video;
    private final UnaryOperator<ShownFrame> preparation;
    private final Scene3dPane scene;
    private final Consumer<SceneFrame> foresight;
    private final PulseProbe probe;
    private final StartTimes start;
    private final ClipModels clips;
    private final CameraInUse lens;
    private final PlayerCommands player;
    private final QuietCollector garbage = QuietCollector.ofOldObjects();

    Pulse(NewestSlot newest, WindowModel model, VideoPane video, Scene3dPane scene, PulseProbe probe,
            StartTimes start, ClipModels clips, CameraInUse lens, PlayerCommands player) {
        this.newest = newest;
        this.model = model;
        this.video = video;
        this.preparation = video.preparation();
        this.scene = scene;
        this.foresight = scene.foresight();
        this.probe = probe;
        this.start = start;
        this.clips = clips;
        this.lens = lens;
        this.player = player;
        newest.listen(video.foresight());
        video.expect(moment -> scene.expect(moment3d(moment)));
        clips.scene().selectedProperty().bind(model.video().selected());
        newest.prepare(this::prepared);
        model.source().subscribe(source -> scene.clear());
        clips.follow(scene::useBody);
        clips.scene().whenWorn(video::bodiesChanged);
        model.transport().playing().subscribe(playing -> {
            if (!playing) {
                garbage.stopped();
            }
        });
    }

    @Override
    public void handle(long now) {
        probe.pulse();
        player.pulse();
        clips.record().pulse(now);
        clips.timeline().pulse(now);
        clips.measure().pulse(now);
        clips.send().pulse(now);
        newest.take().ifPresent(video::show);
        video.pulse().ifPresent(moment -> {
            lens.use(moment.camera(), moment.frame().width(), moment.frame().height());
            model.shown(moment);
            clips.measure().shown(moment.positionMicros(), moment.people());
            clips.measuring().length().shown(moment.people(),
                    lens.camera(moment.frame().width(), moment.frame().height()));
            clips.sound().shown(moment.positionMicros());
            start.frameShown(moment.people().size());
            scene.show(moment3d(moment));
            garbage.shown(moment.epoch(), moment.positionMicros());
        });
    }

    /** People are posed for the 3D view while the picture is made ready. The thread that delivers. */
    private ShownFrame prepared(ShownFrame moment) {
        foresight.accept(moment3d(moment));
        return preparation.apply(moment);
    }

    /** The same whether the moment is shown or on its way. Any thread. */
    private SceneFrame moment3d(ShownFrame moment) {
        int width = moment.frame().width();
        int height = moment.frame().height();
        CameraInUse own = lens.copy();
        own.use(moment.camera(), width, height);
        return new SceneFrame(moment.people(), moment.frame().ptsMicros(), width, height, own.camera(width, height));
    }
}
