/**
 * Text on a canvas from outlines: a typeface is a small resource of curves, a font is the typeface at a size with its
 * glyphs rasterized once.
 */
package org.posescope.draw.text;
