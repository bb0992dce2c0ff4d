/** Body parameters straight from pixels, by networks that regress them. */
package org.posescope.body.regress;
