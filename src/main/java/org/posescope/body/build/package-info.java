/**
 * Builds PoseScope's own free body: a SMPL-format model file derived from the CC0 base mesh and targets of the MakeHuman
 * project. Runs off line, once, when the file in {@code models/body} is made; nothing here is used while the program tracks.
 */
package org.posescope.body.build;
