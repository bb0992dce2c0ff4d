package org.posescope.workshop.demo.motion;

/**
 * What one person does in the clip.
 *
 * @param steps  where the feet go
 * @param squat  how deep, 0 upright, 1 thighs level
 * @param wave   how far the right arm is up, 0 hanging, 1 waving
 * @param gaze   what the person looks at
 * @param seed   0..1, tells the small motions of people apart
 */
public record Part(StepPlan steps, Keyframes squat, Keyframes wave, Gaze gaze, double seed) {}
