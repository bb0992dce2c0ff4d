package org.posescope.frame;

/**
 * A file of a source that gave no frame.
 *
 * @param index     that its frame would have had
 * @param ptsMicros likewise
 * @param file      its name, without its folder
 * @param reason    one sentence that says why
 */
public record UnreadablePicture(long index, long ptsMicros, String file, String reason) {}
