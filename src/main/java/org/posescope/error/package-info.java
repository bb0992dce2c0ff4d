/** The one kind of error that is written for the person in front of the program. */
package org.posescope.error;
