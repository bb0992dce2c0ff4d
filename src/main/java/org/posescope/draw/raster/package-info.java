/**
 * Antialiased figures on BGRA pixels: lines with round ends, discs, rings, rounded rectangles and coverage masks. Nothing
 * here knows of people, text or meshes.
 */
package org.posescope.draw.raster;
