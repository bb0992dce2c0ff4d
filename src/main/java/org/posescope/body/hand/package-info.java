/** Fingers and face of a body out of their landmarks: inverse kinematics of the hands, jaw, lids and smile. */
package org.posescope.body.hand;
