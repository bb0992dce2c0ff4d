package org.posescope.app.sound;

import java.util.Optional;
import java.util.concurrent.Executor;

import org.posescope.app.banner.Notice;
import org.posescope.app.banner.NoticeModel;
import org.posescope.app.transport.TransportModel;
import org.posescope.frame.SourceInfo;
import org.posescope.record.video.SoundSource;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Sound of what plays, as the user wants it. One thread. */
public final class SoundModel {
    private static final double STEP = 0.1;

    private final SoundCommands player;
    private final TransportModel transport;
    private final NoticeModel notices;
    private final ReadOnlyObjectWrapper<SoundChoice> choice;
    private final ReadOnlyBooleanWrapper present = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private String failure = "";
    private boolean toldOfFailure;
    private boolean toldOfSpeed;

    SoundModel(SoundCommands player, TransportModel transport, NoticeModel notices, SoundChoice start) {
        this.player = player;
        this.transport = transport;
        this.notices = notices;
        choice = new ReadOnlyObjectWrapper<>(start);
        transport.playing().subscribe(playing -> paceChanged());
        transport.speed().subscribe(speed -> paceChanged());
        transport.jumps().subscribe(player::jumped);
        choice.subscribe(wanted -> {
            player.gain(wanted.gain());
            describe();
        });
    }

    /**
     * Begins to play.
     *
     * @param player stays the caller's
     * @param fx     brings news of it to the thread of the model
     */
    public static SoundModel of(SoundPlayer player, TransportModel transport, NoticeModel notices, SoundChoice start,
            Executor fx) {
        SoundModel model = new SoundModel(player, transport, notices, start);
        player.start(new SoundEvents() {
            @Override
            public void opened(boolean hasSound) {
                fx.execute(() -> model.found(hasSound));
            }

            @Override
            public void failed(String why) {
                fx.execute(() -> model.failed(why));
            }
        });
        return model;
    }

    /** Another source plays, or none. */
    public void changed(Optional<SourceInfo> source) {
        present.set(false);
        failure = "";
        player.open(source.flatMap(info -> SoundSource.of(info).file()));
    }

    /** A frame is on the screen. */
    public void shown(long positionMicros) {
        if (present.get()) {
            player.shown(positionMicros);
        }
    }

    void found(boolean hasSound) {
        present.set(hasSound);
        tellOfSpeed();
        describe();
    }

    void failed(String why) {
        failure = why;
        if (!toldOfFailure) {
            toldOfFailure = true;
            notices.show(Notice.info("There is no sound: " + why + ". The video plays without it."));
        }
        describe();
    }

    private void paceChanged() {
        player.playing(transport.playing().get() && usualSpeed());
        tellOfSpeed();
        describe();
    }

    private boolean usualSpeed() {
        return transport.speed().get() == 1;
    }

    private void tellOfSpeed() {
        if (present.get() && !usualSpeed() && choice.get().gain() > 0 && !toldOfSpeed) {
            toldOfSpeed = true;
            notices.show(Notice.info("Sound is heard at 1× only; at other speeds the video is silent."));
        }
    }

    public void toggleMute() {
        SoundChoice now = choice.get();
        choose(new SoundChoice(!now.muted(), now.volume()));
    }

    /** @param steps upwards of a tenth each */
    public void louder(int steps) {
        // Tenths without what is left of adding them up.
        double tenths = Math.round(choice.get().volume() / STEP) + steps;
        setVolume(Math.clamp(tenths / Math.round(1 / STEP), 0, 1));
    }

    /** @param volume 0..1; makes heard what was muted */
    public void setVolume(double volume) {
        choose(new SoundChoice(false, volume));
    }

    private void choose(SoundChoice wanted) {
        if (!wanted.equals(choice.get())) {
            // Whoever turns it on wants to know why nothing is heard.
            toldOfFailure = toldOfFailure && !choice.get().muted();
            failure = choice.get().muted() ? "" : failure;
            choice.set(wanted);
        }
    }

    private void describe() {
        state.set(text());
    }

    private String text() {
        if (!failure.isEmpty()) {
            return "No sound: " + failure;
        }
        if (!usualSpeed()) {
            return "Silent: sound is heard at 1× only";
        }
        return (choice.get().gain() == 0 ? "Sound on" : "Sound off") + " (M)";
    }

    public ReadOnlyObjectProperty<SoundChoice> choice() {
        return choice.getReadOnlyProperty();
    }

    /** Whether what plays has sound. */
    public ReadOnlyBooleanProperty present() {
        return present.getReadOnlyProperty();
    }

    /** What a click changes, or why nothing is heard, for people. */
    public ReadOnlyStringProperty state() {
        return state.getReadOnlyProperty();
    }

    /** Whether something is heard while it plays. */
    boolean heard() {
        return failure.isEmpty() && usualSpeed() && choice.get().gain() > 0;
    }
}
