package org.posescope.app.main;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.posescope.app.keys.Action;
import org.posescope.app.player.CameraChoice;
import org.posescope.app.player.ShownFrame;
import org.posescope.app.record.RecordingChoice;
import org.posescope.app.settings.Settings;
import org.posescope.app.toolbar.ToolbarCommands;
import org.posescope.app.transport.TransportModel;
import org.posescope.draw.Layer;
import org.posescope.frame.SourceInfo;
import org.posescope.model.Preset;
import org.posescope.pipeline.metrics.Mode;

/** Does what keys and buttons ask for. FX thread. */
final class Commands implements ToolbarCommands {
    private static final double JUMP_SECONDS = 5;
    private static final double SECOND = 1;
    private static final String FIRST_CAMERA = "0";

    private final WindowModel model;
    private final ClipModels clips;
    private final Supplier<Optional<ShownFrame>> moment;
    private final FileDialogs dialogs;
    private final Shell shell;

    /** What only the window itself can do. */
    interface Shell {
        void togglePicture();

        void toggleScene();

        /** Shows or hides the strip of figures. */
        void toggleFigures();

        void toggleFullScreen();

        /** Lets the user write where to go. */
        void askForPlace();

        /** Brings the keyboard to the next group of buttons. */
        void nextButtons();
    }

    /** @param moment what is on the screen, held for the caller; empty when nothing is */
    Commands(WindowModel model, ClipModels clips, Supplier<Optional<ShownFrame>> moment, FileDialogs dialogs,
            Shell shell) {
        this.model = model;
        this.clips = clips;
        this.moment = moment;
        this.dialogs = dialogs;
        this.shell = shell;
    }

    @Override
    public void perform(Action action) {
        TransportModel transport = model.transport();
        switch (action) {
            case PLAY -> transport.togglePlay();
            case STEP_BACK -> transport.step(-1);
            case STEP_ON -> transport.step(1);
            case JUMP_BACK -> transport.seekBy(-JUMP_SECONDS);
            case JUMP_ON -> transport.seekBy(JUMP_SECONDS);
            case START -> transport.seekTo(0);
            case END -> transport.toEnd();
            case FASTER -> transport.changeSpeed(1);
            case SLOWER -> transport.changeSpeed(-1);
            case MUTE -> clips.sound().toggleMute();
            case LOUDER -> clips.sound().louder(1);
            case QUIETER -> clips.sound().louder(-1);
            case BACK -> transport.seekBy(-SECOND);
            case STOP -> transport.stop();
            case ON -> transport.playFaster();
            case MARK_IN -> transport.markBegin();
            case MARK_OUT -> transport.markEnd();
            case GO_TO -> shell.askForPlace();
            case TIMELINE -> clips.timeline().toggle();
            case MEASURE -> clips.measure().toggle();
            case UNDO -> clips.people().undo();
            case REDO -> clips.people().redo();
            case LOOP -> transport.toggleLoop();
            case MODE -> model.toggleMode();
            case OPEN -> dialogs.video(recent(), this::open);
            case ADDRESS -> dialogs.address().ifPresent(this::open);
            case FOLDER -> dialogs.pictures(recent(), this::open);
            case CAMERA -> open(FIRST_CAMERA);
            case RECORD -> clips.record().toggle(model.source().get());
            case SNAPSHOT -> moment.get().ifPresent(clips.record()::snapshot);
            case RENDER -> clips.render().toggle(model.source().get(), transport.marks().span().get());
            case COPY -> moment.get().ifPresent(shown -> clips.record().copy(shown, PictureClipboard::put));
            case EXPORT -> model.togglePage(new Page.Export());
            case QUEUE -> model.togglePage(new Page.Queue());
            case ANALYSE -> clips.analysis().toggle();
            case BOXES -> model.toggle(Layer.BOXES);
            case SKELETON -> model.toggle(Layer.SKELETON);
            case MESH -> model.toggle(Layer.MESH);
            case IDS -> model.toggle(Layer.IDS);
            case LABELS -> model.toggle(Layer.LABELS);
            case HANDS -> model.toggle(Layer.HANDS);
            case FACE -> model.toggle(Layer.FACE);
            case PICTURE_ONLY -> shell.togglePicture();
            case SCENE_ONLY -> shell.toggleScene();
            case FIGURES -> shell.toggleFigures();
            case FULL_SCREEN -> shell.toggleFullScreen();
            case THEME -> model.settings().update(Commands::otherTheme);
            case SETTINGS -> model.togglePage(new Page.Preferences());
            case FOCUS -> shell.nextButtons();
            case ABOUT -> model.togglePage(new Page.About());
            case KEYS -> model.togglePage(new Page.Keys());
            case DISMISS -> model.dismiss();
        }
    }

    private static Settings otherTheme(Settings settings) {
        return settings.withTheme(settings.theme().other());
    }

    private List<String> recent() {
        return model.settings().get().recent();
    }

    private void open(Path chosen) {
        open(chosen.toString());
    }

    @Override
    public void open(String input) {
        model.open(input);
    }

    @Override
    public void preset(Preset preset) {
        model.choose(model.settings().get().plan().withPreset(preset.id()));
    }

    @Override
    public void recording(RecordingChoice choice) {
        model.settings().update(each -> each.withRecording(choice));
    }

    @Override
    public void camera(CameraChoice choice) {
        CameraChoice before = model.settings().get().camera();
        model.settings().update(each -> each.withCamera(choice));
        model.source().get().filter(source -> source.kind() == SourceInfo.Kind.CAMERA && !choice.opensAs(before))
                .ifPresent(source -> model.open(source.uri()));
    }

    @Override
    public void mode(Mode mode) {
        model.mode(mode);
    }
}
