/** How the surface follows the joints: skinning weights, a slow and careful way to pose, and pose blend shapes after it. */
package org.posescope.workshop.body.skin;
