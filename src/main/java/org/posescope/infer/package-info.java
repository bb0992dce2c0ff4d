/**
 * One way to run a network, whichever runtime executes it, and the way of pixels into it.
 *
 * <p>
 * {@link org.posescope.infer.Sessions} opens a model file as a {@link org.posescope.infer.Session};
 * {@link org.posescope.infer.ImageSampler} fills its input with a region of a frame. Both own native memory, serve one thread
 * at a time, and are closed by whoever made them.
 */
package org.posescope.infer;
