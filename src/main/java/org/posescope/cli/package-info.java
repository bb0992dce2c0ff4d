/** The command line as a whole. Only here, and in the packages below, text goes to the terminal. */
package org.posescope.cli;
