package org.posescope.batch;

import java.nio.file.Path;

/**
 * A video of an archive.
 *
 * @param name  stands for it in the names of what is made of it: the video's path below the folder that was asked for, without its
 *              extension, with {@code /} between folders
 * @param video absolute
 */
public record Clip(String name, Path video) {}
