package org.posescope.pipeline.people;

import java.util.OptionalInt;

/**
 * How the networks of a preset are run.
 *
 * @param minDetection 0..1, detections of people below it are left out
 * @param flipTest     whether networks with heatmaps look at each picture in a mirror too
 * @param device       as in {@link org.posescope.infer.SessionOptions}
 * @param inputHeight  pixels of the input of a network that sees the whole frame; empty for the one that its card says
 */
public record NetworkOptions(float minDetection, boolean flipTest, String device, OptionalInt inputHeight) {}
