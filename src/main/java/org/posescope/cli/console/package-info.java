/** What the terminal shows: progress, tables, the line of figures; and its Ctrl-C. */
package org.posescope.cli.console;
