/**
 * Fits a body model to the 3D and 2D landmarks of tracked people: shape from the lengths of their limbs, pose by damped least
 * squares from an analytic start, with joint limits, a prior, and memory of the frames before.
 */
package org.posescope.body.fit;
