/**
 * The way of a frame: admission, stages, order, time-outs, modes and what is measured on the way.
 *
 * <p>A frame that was admitted becomes a {@link org.posescope.pipeline.Job}, goes through all stages and ends exactly once, as
 * one of {@link org.posescope.pipeline.metrics.Outcome}. Results leave in the order of admission.
 *
 * <p>Each thread is named for what it does: {@code posescope-source} reads the source of a live run, {@code -admit} lets frames
 * in, {@code -detect-1} and the like work for the stages, {@code -deliver} calls the listener, {@code -watch} looks for what is
 * stuck. A job belongs to one of them at a time, and who has it either hands it on or releases its frame.
 */
package org.posescope.pipeline;
