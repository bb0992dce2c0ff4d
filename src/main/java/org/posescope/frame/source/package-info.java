/**
 * Opens whatever a user names ({@link org.posescope.frame.source.Sources}), and what goes around a source: a limit, a loop,
 * opening it again.
 */
package org.posescope.frame.source;
