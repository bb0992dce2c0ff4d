/** What was found in the frames of a clip, kept so that nobody has to look again, with identities that are the clip's. */
package org.posescope.pipeline.kept;
