/** Networks that several stages share, because a copy costs memory and a machine works on few at once. */
package org.posescope.pipeline.people.shared;
