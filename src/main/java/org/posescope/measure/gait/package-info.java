/** Steps of somebody whose feet stand and swing. */
package org.posescope.measure.gait;
