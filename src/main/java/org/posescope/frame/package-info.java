/**
 * Pictures: frames of BGRA pixels off the heap, the pool that lends them, what every source of them is, and the regions of them that
 * networks look at.
 */
package org.posescope.frame;
