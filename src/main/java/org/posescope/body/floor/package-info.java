/** Where the floor is that people stand on: which way is up, how high the camera is, and who stands how far from it. */
package org.posescope.body.floor;
