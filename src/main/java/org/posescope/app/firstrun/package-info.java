/** Fetching models the first time. */
package org.posescope.app.firstrun;
