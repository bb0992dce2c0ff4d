/**
 * The way of a frame: admission, stages, order, time-outs, modes and what is measured on the way.
 *
 * <p>A frame that was admitted becomes a {@link org.posescope.pipeline.Job}, goes through all stages and ends exactly once, as
 * one of {@link org.posescope.pipeline.Outcome}. Results leave in the order of admission.
 */
package org.posescope.pipeline;
