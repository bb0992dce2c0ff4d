/** Poses of bodies for training: from motion that was captured, mended, mixed, and made up. */
package org.posescope.workshop.lift.pose;
