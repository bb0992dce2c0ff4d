/** A length that is known in the picture of a run: its options, and the look that finds what it says of the size of people. */
package org.posescope.cli.length;
