/** Several videos that were dropped on the window, done one after the other as {@code posescope batch} does them. */
package org.posescope.app.queue;
