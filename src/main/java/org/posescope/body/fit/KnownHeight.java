package org.posescope.body.fit;

/**
 * How tall somebody is known to stand.
 *
 * @param metres from the soles to the top of the head
 * @param body   tells how tall a body stands
 */
record KnownHeight(double metres, BodyHeight body) {}
