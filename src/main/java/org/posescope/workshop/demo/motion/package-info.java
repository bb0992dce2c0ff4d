/**
 * How the people of the demo clip move: steps planned on the floor, legs that reach for them, and what trunk, arms and head do
 * above. The world is in metres, y up, the floor at y = 0; heading 0 looks along +z, and left of it is +x. Angles are radians,
 * times seconds. Everything is a function of time alone, so any picture can be made without those before it.
 */
package org.posescope.workshop.demo.motion;
