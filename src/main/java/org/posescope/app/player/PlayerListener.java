package org.posescope.app.player;

import java.util.List;

import org.posescope.frame.SourceInfo;
import org.posescope.model.ModelCard;
import org.posescope.pipeline.metrics.MetricsSnapshot;
import org.posescope.plan.Plan;

/** Hears what a player does. Calls come on threads of the player and of its engine, never on the caller's of a command. */
public interface PlayerListener {
    /** Another source plays from its start. */
    void opened(String input, SourceInfo info);

    /** The source could not be opened; what played before goes on. */
    void notOpened(String input, String why);

    /** The source has no more frames until a seek. */
    void ended();

    /** Nothing plays any more. */
    void failed(String why);

    /** One sentence that the user should know, while playing goes on. */
    void warned(String message);

    /** Models of the choice are not on this machine; it takes effect when {@link Player#choose} is called again. */
    void missing(Plan plan, List<ModelCard> models);

    /** It plays without a model that would find small people and many; {@link Player#choose} takes it in when it has come. */
    void finderMissing(ModelCard finder);

    /** The choice is in effect. */
    void chosen(Plan plan);

    /** A choice did not take effect; the one before stays. */
    void notChosen(String why);

    /** Figures of the last second. */
    void measured(MetricsSnapshot snapshot);
}
