package org.posescope.pipeline.state;

import java.util.EnumSet;
import java.util.Set;

/** Where a run is. */
public enum RunState {
    IDLE, STARTING, RUNNING, PAUSED,
    /** Lets nothing in any more. */
    STOPPING,
    /** All is delivered and freed. */
    ENDED,
    /** Something ended the run before its time; what it holds is freed by closing it. */
    FAILED;

    /** Whether a run may go from this state to the other. */
    boolean leadsTo(RunState other) {
        return followers().contains(other);
    }

    private Set<RunState> followers() {
        return switch (this) {
            case IDLE -> EnumSet.of(STARTING, STOPPING);
            case STARTING -> EnumSet.of(RUNNING, FAILED, STOPPING);
            case RUNNING -> EnumSet.of(PAUSED, STOPPING, FAILED);
            case PAUSED -> EnumSet.of(RUNNING, STOPPING, FAILED);
            case STOPPING -> EnumSet.of(ENDED, FAILED);
            case ENDED, FAILED -> EnumSet.noneOf(RunState.class);
        };
    }
}
