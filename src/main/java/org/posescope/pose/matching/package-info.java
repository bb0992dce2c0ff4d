/** Pairing things with each other so that the whole costs least. */
package org.posescope.pose.matching;
