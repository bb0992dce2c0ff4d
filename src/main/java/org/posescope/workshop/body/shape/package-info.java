/** How bodies differ: shape components, and joints as means of the skin around them. */
package org.posescope.workshop.body.shape;
