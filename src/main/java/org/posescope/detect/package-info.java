/** Finding people in a picture: the detectors and the decoders of their outputs. */
package org.posescope.detect;
