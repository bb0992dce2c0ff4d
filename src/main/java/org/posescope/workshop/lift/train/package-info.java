/** Trains the network that lifts landmarks into space. */
package org.posescope.workshop.lift.train;
