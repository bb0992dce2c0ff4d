/** One class a command of the product, and what single commands are made of. */
package org.posescope.cli.command;
