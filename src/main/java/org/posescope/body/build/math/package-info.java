/** Points, rotations and linear algebra in double precision, as little as building the body takes. */
package org.posescope.body.build.math;
