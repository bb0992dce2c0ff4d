/** Points, rotations and linear algebra in double precision, as little as building and fitting bodies takes. */
package org.posescope.body.math;
