package org.posescope.pipeline;

/** Where a job goes: to a stage, past stages that are given up, and at last to delivery. Each takes a job over from the one before. */
interface Route {
    /** Takes a job over, on whatever thread. */
    void accept(Job job);
}
