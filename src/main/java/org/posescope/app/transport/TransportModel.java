package org.posescope.app.transport;

import java.util.List;
import java.util.OptionalLong;

import org.posescope.app.player.PlayerCommands;
import org.posescope.app.player.Reel;
import org.posescope.frame.SourceInfo;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;

/** Where the source is and what can be done with it. One thread. */
public final class TransportModel {
    public static final List<Double> SPEEDS = List.of(0.25, 0.5, 1.0, 1.5, 2.0, 4.0);
    private static final double SECOND = 1e6;

    private final PlayerCommands player;
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper seekable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper looping = new ReadOnlyBooleanWrapper();
    private final FramePlace place = new FramePlace();
    private final ReadOnlyLongWrapper duration = new ReadOnlyLongWrapper();
    private final ReadOnlyDoubleWrapper speed = new ReadOnlyDoubleWrapper();
    private final ReadOnlyBooleanWrapper single = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper jumps = new ReadOnlyLongWrapper();
    private final Marks marks;
    private Review review = new Review(Reel.EMPTY);
    private boolean live;
    private boolean atEnd;

    public TransportModel(PlayerCommands player, boolean looping, double speed) {
        this.player = player;
        marks = new Marks(player);
        this.looping.set(looping);
        this.speed.set(speed);
        player.repeat(looping);
        player.speed(speed);
    }

    /** Names who holds what was shown of a live source. */
    public void lookBackBy(Reel reel) {
        review = new Review(reel);
    }

    /** Another source plays from its start. */
    public void opened(SourceInfo info) {
        review.end();
        live = info.kind().live();
        marks.clear();
        single.set(info.kind() == SourceInfo.Kind.IMAGE);
        seekable.set(info.seekable() && !info.kind().live() && info.durationMicros() > 0);
        duration.set(Math.max(0, info.durationMicros()));
        place.restart(info);
        loaded.set(true);
        atEnd = false;
        playing.set(true);
    }

    /** A frame is shown. */
    public void shown(long positionMicros) {
        if (!player.seeking()) {
            long micros = positionMicros - review.origin();
            place.shown(duration.get() > 0 ? Math.clamp(micros, 0, duration.get()) : micros);
        }
    }

    /** The source has no more frames. */
    public void ended() {
        atEnd = true;
        playing.set(false);
    }

    /** Nothing plays any more. */
    public void failed() {
        review.end();
        playing.set(false);
        loaded.set(false);
        seekable.set(false);
    }

    public void togglePlay() {
        if (!loaded.get()) {
            return;
        }
        if (playing.get()) {
            pause();
        } else {
            if (atEnd) {
                seekToMicros(0);
            }
            endReview();
            player.resume();
            playing.set(true);
        }
    }

    private void pause() {
        player.pause();
        if (live && playing.get()) {
            beginReview();
        }
        playing.set(false);
    }

    private void beginReview() {
        review.begin();
        seekable.set(review.goesOn());
        duration.set(review.length());
        place.shown(review.length());
    }

    private void endReview() {
        if (review.goesOn()) {
            review.end();
            duration.set(0);
            seekable.set(false);
        }
    }

    /** Stops and goes one frame on, 1, or back, -1, through marks and the ends of rounds. */
    public void step(int frames) {
        if (!loaded.get()) {
            return;
        }
        pause();
        if (review.goesOn()) {
            place.shown(review.show(place.micros(), frames));
        } else if (frames > 0 && !atEnd) {
            player.step();
        } else if (frames < 0 && seekable.get()) {
            long bound = place.bound();
            jumped(place.before());
            player.seekBefore(bound);
        }
    }

    private void jumped(long micros) {
        atEnd = false;
        place.awaited(micros);
        jumps.set(jumps.get() + 1);
    }

    /** Goes to a place between start, 0, and end, 1. */
    public void seekTo(double fraction) {
        seekToMicros(Math.round(Math.clamp(fraction, 0, 1) * duration.get()));
    }

    /** Stops at the last frame. */
    public void toEnd() {
        if (seekable.get()) {
            pause();
            seekTo(1);
        }
    }

    public void seekBy(double seconds) {
        seekToMicros(Math.round(place.micros() + seconds * SECOND));
    }

    /**
     * Goes to a time or frame as {@link PlaceText} reads it, and stops there.
     *
     * @return whether the text says a place
     */
    public boolean goTo(String text) {
        OptionalLong wanted = PlaceText.parse(text, place.numbers());
        wanted.ifPresent(micros -> {
            pause();
            seekToMicros(micros);
        });
        return wanted.isPresent();
    }

    /** Plays, or faster where it plays already. */
    public void playFaster() {
        if (playing.get()) {
            changeSpeed(1);
        } else {
            togglePlay();
        }
    }

    /** Stops where it plays. */
    public void stop() {
        if (playing.get()) {
            pause();
        }
    }

    /** Begins what is marked with the frame that is shown. */
    public void markBegin() {
        if (seekable.get()) {
            marks.begin(place.micros());
        }
    }

    /** Ends what is marked with the frame that is shown. */
    public void markEnd() {
        if (seekable.get()) {
            marks.end(place.micros());
        }
    }

    /** Goes to a place of the source. */
    public void seekToMicros(long micros) {
        if (review.goesOn()) {
            place.shown(review.show(micros, 0));
        } else if (seekable.get()) {
            long last = place.numbers().last(duration.get());
            long target = place.numbers().start(Math.clamp(micros, 0, last));
            jumped(target);
            player.seek(target);
        }
    }

    /** @param factor one of {@link #SPEEDS} */
    public void setSpeed(double factor) {
        speed.set(factor);
        player.speed(factor);
    }

    /** The next faster or slower of {@link #SPEEDS}. */
    public void changeSpeed(int steps) {
        int now = SPEEDS.indexOf(speed.get());
        setSpeed(SPEEDS.get(Math.clamp((now < 0 ? SPEEDS.indexOf(1.0) : now) + steps, 0, SPEEDS.size() - 1)));
    }

    public void toggleLoop() {
        looping.set(!looping.get());
        player.repeat(looping.get());
        if (looping.get() && atEnd) {
            togglePlay();
        }
    }

    public Marks marks() {
        return marks;
    }

    /** Microseconds from one frame to the next. */
    public long frameMicros() {
        return Math.round(place.numbers().frameMicros());
    }

    public ReadOnlyBooleanProperty playing() {
        return playing.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty seekable() {
        return seekable.getReadOnlyProperty();
    }

    /** Whether there is a source. */
    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty looping() {
        return looping.getReadOnlyProperty();
    }

    /** Microseconds from the start of one pass. */
    public ReadOnlyLongProperty position() {
        return place.position();
    }

    /** Microseconds of one pass; 0 when there is no end. */
    public ReadOnlyLongProperty duration() {
        return duration.getReadOnlyProperty();
    }

    /** How often it was gone to another place. */
    public ReadOnlyLongProperty jumps() {
        return jumps.getReadOnlyProperty();
    }

    /** Whether there is nothing to play: one picture. */
    public ReadOnlyBooleanProperty single() {
        return single.getReadOnlyProperty();
    }

    /** Which frame is shown, for people; empty where frames have no numbers. */
    public ReadOnlyStringProperty frame() {
        return place.frame();
    }

    public ReadOnlyDoubleProperty speed() {
        return speed.getReadOnlyProperty();
    }
}
