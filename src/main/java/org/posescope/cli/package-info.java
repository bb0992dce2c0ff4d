/** The command line: one class a command, and what commands share. Only here text goes to the terminal. */
package org.posescope.cli;
