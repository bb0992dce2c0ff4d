/** Files of what was measured of people over a whole run: angles, gait, points. Definitions: docs/angles.md. */
package org.posescope.record.measure;
