package org.posescope.app.main;

import java.util.List;
import java.util.concurrent.Executor;

import org.posescope.app.player.PlayerListener;
import org.posescope.frame.SourceInfo;
import org.posescope.model.ModelCard;
import org.posescope.pipeline.metrics.MetricsSnapshot;
import org.posescope.plan.Plan;

/** Brings what a player tells to the thread of the window. These events are rare; frames go another way. */
final class PlayerEvents implements PlayerListener {
    private final PlayerListener window;
    private final Executor fx;

    /** @param window hears of everything on the FX thread */
    PlayerEvents(PlayerListener window, Executor fx) {
        this.window = window;
        this.fx = fx;
    }

    @Override
    public void opened(String input, SourceInfo info) {
        fx.execute(() -> window.opened(input, info));
    }

    @Override
    public void notOpened(String input, String why) {
        fx.execute(() -> window.notOpened(input, why));
    }

    @Override
    public void ended() {
        fx.execute(window::ended);
    }

    @Override
    public void failed(String why) {
        fx.execute(() -> window.failed(why));
    }

    @Override
    public void warned(String message) {
        fx.execute(() -> window.warned(message));
    }

    @Override
    public void missing(Plan plan, List<ModelCard> models) {
        fx.execute(() -> window.missing(plan, models));
    }

    @Override
    public void finderMissing(ModelCard finder) {
        fx.execute(() -> window.finderMissing(finder));
    }

    @Override
    public void chosen(Plan plan) {
        fx.execute(() -> window.chosen(plan));
    }

    @Override
    public void notChosen(String why) {
        fx.execute(() -> window.notChosen(why));
    }

    @Override
    public void measured(MetricsSnapshot snapshot) {
        fx.execute(() -> window.measured(snapshot));
    }
}
