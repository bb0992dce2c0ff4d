package org.posescope.app.player;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.posescope.frame.source.Span;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.plan.NetworkChoice;
import org.posescope.plan.Plan;

/** Notes what a player was told. */
public final class FakePlayer implements PlayerCommands {
    private final List<String> told = new ArrayList<>();
    private volatile Optional<ResultSink> tapped = Optional.empty();

    /** The commands since the last call, in their order. */
    public List<String> told() {
        List<String> copy = List.copyOf(told);
        told.clear();
        return copy;
    }

    @Override
    public void open(String input) {
        told.add("open " + input);
    }

    @Override
    public void openPictures(String input, double fps) {
        told.add("open " + input + " at " + fps);
    }

    @Override
    public void reopen() {
        told.add("reopen");
    }

    @Override
    public void choose(Plan choice) {
        NetworkChoice networks = choice.networks();
        told.add("choose " + networks.preset() + "/" + networks.detector() + "/"
                + String.join(",", networks.models()));
    }

    @Override
    public void lookAgain() {
        told.add("look again");
    }

    @Override
    public void pause() {
        told.add("pause");
    }

    @Override
    public void resume() {
        told.add("resume");
    }

    @Override
    public void step() {
        told.add("step");
    }

    @Override
    public void seek(long positionMicros) {
        told.add("seek " + positionMicros);
    }

    @Override
    public void seekBefore(long positionMicros) {
        told.add("seek before " + positionMicros);
    }

    @Override
    public boolean seeking() {
        return false;
    }

    @Override
    public void pulse() {
        // Nothing waits.
    }

    @Override
    public void speed(double factor) {
        told.add("speed " + factor);
    }

    @Override
    public void repeat(boolean wanted) {
        told.add("repeat " + wanted);
    }

    @Override
    public void span(Span wanted) {
        told.add(wanted.equals(Span.WHOLE) ? "span whole" : "span " + wanted.fromMicros() + ".." + wanted.toMicros());
    }

    @Override
    public void mode(Mode mode) {
        told.add("mode " + mode.label());
    }

    @Override
    public void tap(Optional<ResultSink> tap) {
        told.add(tap.isEmpty() ? "no tap" : "tap");
        tapped = tap;
    }

    /** Who takes the results now. */
    public Optional<ResultSink> tapped() {
        return tapped;
    }
}
