/** Measures the pipeline against bare loops in the same run. */
package org.posescope.bench;
