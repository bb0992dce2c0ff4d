/** BlazePose (Bazarevsky et al. 2020): 33 landmarks in the picture and in space, and the region that follows them. */
package org.posescope.pose.blazepose;
