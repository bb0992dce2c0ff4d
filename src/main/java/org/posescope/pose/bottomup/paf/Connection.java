package org.posescope.pose.bottomup.paf;

/** Two points that belong to one person, as the field between them says, with the field's mean strength along the way. */
record Connection(Peak from, Peak to, double strength) {}
