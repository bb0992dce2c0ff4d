/** Live figures of the pipeline. */
package org.posescope.app.stats;
