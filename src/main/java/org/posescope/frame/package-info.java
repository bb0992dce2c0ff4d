/**
 * Pictures and where they come from: frames of BGRA pixels off the heap, their pool, and the sources that fill them, all
 * opened by {@link org.posescope.frame.Sources}. FFmpeg decodes videos, streams, cameras and images alike.
 */
package org.posescope.frame;
