/**
 * The demo clip: two people of our own, moved by ourselves, in a studio, with the truth about every joint in every frame. See
 * {@code docs/demo-truth.schema.json}.
 */
package org.posescope.workshop.demo;
