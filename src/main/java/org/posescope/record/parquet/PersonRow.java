package org.posescope.record.parquet;

import java.util.Optional;

import org.posescope.pose.Person;

/**
 * A person in a frame.
 *
 * @param video     what is read, as the user named it
 * @param file      of the picture, in a folder of pictures
 * @param frame     its number in the video
 * @param ptsMicros its time in the video
 */
record PersonRow(String video, Optional<String> file, long frame, long ptsMicros, Person person) {}
