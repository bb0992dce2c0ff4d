/**
 * What is drawn over a picture without a window: an {@link org.posescope.draw.Overlay} is a list of small layers in image
 * coordinates. The same colours serve the 3D view.
 */
package org.posescope.draw;
