/** The one kind of error that is written for the person in front of the program, and how to fail and to wait without leaving anything open. */
package org.posescope.error;
