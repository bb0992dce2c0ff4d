/** How many people are found in pictures and clips whose people were counted by eye. */
package org.posescope.eval.people;
