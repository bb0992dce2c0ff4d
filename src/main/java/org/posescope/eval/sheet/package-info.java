/** Pictures for the eye: results drawn over frames, and contact sheets of them. */
package org.posescope.eval.sheet;
