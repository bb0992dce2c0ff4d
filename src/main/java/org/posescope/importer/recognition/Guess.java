package org.posescope.importer.recognition;

import java.util.Optional;

import org.posescope.model.Task;

/**
 * What a family takes a file for.
 *
 * @param title    for people, for example {@code RTMPose}
 * @param picture  with a size
 * @param habit    of the publisher, which the file does not tell
 * @param decoder  that reads the outputs
 * @param skeleton id, of a network that gives points
 * @param reason   what in the file says so
 */
record Guess(String title, Task task, PictureInput picture, PixelHabit habit, String decoder, Optional<String> skeleton,
        String reason) {}
