/** Options that commands share, each group of them checked in one place. */
package org.posescope.cli.option;
