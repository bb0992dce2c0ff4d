/** Angles of joints and segments: of a posed body in space, and of points in the picture. Definitions: docs/angles.md. */
package org.posescope.measure.angle;
