/** Who is who from frame to frame, and steady motion: association, identities and smoothing. */
package org.posescope.track;
