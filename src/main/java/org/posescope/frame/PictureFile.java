package org.posescope.frame;

/**
 * The file that the picture of a frame was read from, where each picture has one.
 *
 * @param name   of the file, without its folder
 * @param width  pixels of the picture, upright
 * @param height pixels, likewise
 */
public record PictureFile(String name, int width, int height) {}
