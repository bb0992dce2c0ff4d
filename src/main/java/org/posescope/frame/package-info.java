/** Pictures: frames of BGRA pixels off the heap, the pool that lends them, and what every source of them is. */
package org.posescope.frame;
