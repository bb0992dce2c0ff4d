/** The body's surface: closed, symmetric, about 7,000 vertices, made from MakeHuman's; and what it wears. */
package org.posescope.workshop.body.surface;
