/** Chooses how the motion of a run is exported, and does it when the run ends. */
package org.posescope.record.export;
