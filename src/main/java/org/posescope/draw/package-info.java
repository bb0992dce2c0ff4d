/**
 * What is drawn over a picture. A {@link org.posescope.draw.FlatLayer} draws with a {@link org.posescope.draw.Brush}, of which there
 * is one for pixels and one for the window, so that both look the same; an {@link org.posescope.draw.Overlay} draws several over
 * the pixels of a {@link org.posescope.draw.raster.Canvas}. Colours of people are the same in the picture and in the 3D view of
 * {@code org.posescope.draw.mesh}.
 */
package org.posescope.draw;
