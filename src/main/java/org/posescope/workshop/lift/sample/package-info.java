/** What the pose network says of pictures whose truth is known, kept in files that training reads. */
package org.posescope.workshop.lift.sample;
