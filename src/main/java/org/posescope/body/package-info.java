/** The body: SMPL model files, and posing their mesh (Loper et al. 2015, "SMPL: A Skinned Multi-Person Linear Model"). */
package org.posescope.body;
