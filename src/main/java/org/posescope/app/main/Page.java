package org.posescope.app.main;

import java.util.List;

import org.posescope.model.ModelCard;
import org.posescope.plan.Plan;

/** What covers the panes or is beside them, if anything. */
sealed interface Page {
    /** Whether it has controls that keys move among. */
    default boolean controlled() {
        return false;
    }

    /** Whether it is beside the panes, so that what it does is seen and keys go on to work on what plays. */
    default boolean beside() {
        return false;
    }

    /** The panes are seen. */
    record None() implements Page {}

    /** Nothing plays: the user is asked for a video. */
    record Welcome() implements Page {}

    /** Models of a choice have to be fetched. */
    record Install(Plan plan, List<ModelCard> models) implements Page {
        @Override
        public boolean controlled() {
            return true;
        }
    }

    /** Models of a choice have to be brought by the user. */
    record Bring(Plan plan, List<ModelCard> models) implements Page {
        @Override
        public boolean controlled() {
            return true;
        }
    }

    /** The settings. */
    record Preferences() implements Page {
        @Override
        public boolean beside() {
            return true;
        }
    }

    /** What motion is to be exported, and how far that is. */
    record Export() implements Page {
        @Override
        public boolean controlled() {
            return true;
        }
    }

    /** Several videos, and how far what is made of them is. */
    record Queue() implements Page {
        @Override
        public boolean controlled() {
            return true;
        }
    }

    /** What program this is. */
    record About() implements Page {
        @Override
        public boolean controlled() {
            return true;
        }
    }

    /** The list of keys. */
    record Keys() implements Page {}
}
