/** Poses of all people of a picture at once, from networks that see the whole frame. */
package org.posescope.pose.bottomup;
