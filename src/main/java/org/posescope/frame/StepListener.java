package org.posescope.frame;

/** Hears how long the steps of one frame took. Called on the thread that did the step. */
@FunctionalInterface
public interface StepListener {
    /** Nobody listens. */
    StepListener NONE = (step, nanos) -> {};

    /** The step named {@code step} took {@code nanos} nanoseconds; called once for each time the step was done. */
    void took(String step, long nanos);
}
