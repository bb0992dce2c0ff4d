/** What is normal for an angle: between which degrees it is to be, always or at each part of the gait cycle. */
package org.posescope.measure.band;
