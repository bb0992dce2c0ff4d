/** Lengths of lines that somebody draws into a picture, and what a length that is known says of the size of everything. */
package org.posescope.measure.length;
