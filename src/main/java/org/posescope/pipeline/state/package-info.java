/** The states of a run, and which may follow which. */
package org.posescope.pipeline.state;
