/** Hands and faces of people whose pose is known: where to look for them, and how they are followed from frame to frame. */
package org.posescope.pose.detail;
