/** Angles at the joints of people in a picture. */
package org.posescope.draw.angle;
