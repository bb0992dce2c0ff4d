/** Pictures and where they come from: frames of BGRA pixels off the heap, their pool, and the sources that fill them. */
package org.posescope.frame;
