/** What is measured of a run: counts by outcome and reason, times by stage and step, the machine's load. */
package org.posescope.pipeline.metrics;
