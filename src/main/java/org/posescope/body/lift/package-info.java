/** Lifts landmarks of a picture into space by a small network of our own. */
package org.posescope.body.lift;
