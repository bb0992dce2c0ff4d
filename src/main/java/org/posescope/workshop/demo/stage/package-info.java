/**
 * How the demo clip looks: a studio, people dressed by the colours of their body's parts, light that they take from each other
 * and from the floor, and a camera. Pictures are drawn by {@link org.posescope.draw.mesh.MeshRenderer}, twice as large as they
 * are shown.
 */
package org.posescope.workshop.demo.stage;
