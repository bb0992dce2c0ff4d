/** Pictures of one person for training: clothes, light, background, cameras, and what hides a part. */
package org.posescope.workshop.lift.picture;
