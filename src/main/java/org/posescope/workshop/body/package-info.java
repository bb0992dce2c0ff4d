/**
 * Builds PoseScope's own free body, a model file in the SMPL format, from the CC0 base mesh and targets of the MakeHuman project.
 * Used once, when {@code models/body/posescope-body.npz} is made; nothing here runs while people are tracked.
 */
package org.posescope.workshop.body;
