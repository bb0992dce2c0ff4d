/** What is computed of a measured value over time: smoothing, speed, acceleration, range. */
package org.posescope.measure.series;
