/** How many of the people in pictures and clips are found, against what somebody counted by eye. */
package org.posescope.eval.people;
