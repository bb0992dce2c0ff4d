/** How long networks take on this machine, and with how many threads they are fast: measured once and remembered. */
package org.posescope.infer.timing;
