/** Surfaces of quads and triangles, and making them smoother, smaller and more even. */
package org.posescope.workshop.body.mesh;
