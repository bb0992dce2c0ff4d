/** How far results are from the truth, by the measures of the field. */
package org.posescope.eval;
