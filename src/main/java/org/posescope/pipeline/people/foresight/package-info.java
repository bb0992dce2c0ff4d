/** Where people will be in a frame that is looked at before the one before it is through. */
package org.posescope.pipeline.people.foresight;
