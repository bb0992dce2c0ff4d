/** One way to run a network, whichever runtime executes it, and the way of pixels into it. */
package org.posescope.infer;
