/** With which camera a frame was taken: as the user says, as its file says, or as the people in it suggest. */
package org.posescope.pipeline.people.camera;
