/** The command {@code batch}: its options, and how far it is on the terminal. */
package org.posescope.cli.batch;
