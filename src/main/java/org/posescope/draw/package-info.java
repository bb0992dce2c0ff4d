/**
 * What is drawn over a picture without a window: an {@link org.posescope.draw.Overlay} is a list of small layers in image
 * coordinates, each drawing on a {@link org.posescope.draw.raster.Canvas}. Colours of people are the same in the picture and
 * in the 3D view of {@code org.posescope.draw.mesh}.
 */
package org.posescope.draw;
