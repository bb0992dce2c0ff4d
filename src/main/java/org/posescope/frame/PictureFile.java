package org.posescope.frame;

/**
 * The file that the picture of a frame was read from, where each picture has one.
 *
 * @param name   of the file, without its folder
 * @param width  pixels of the picture, upright
 * @param height pixels, likewise
 * @param focal  focal length that the camera wrote into the file, pixels; 0 where it did not
 */
public record PictureFile(String name, int width, int height, double focal) {
    /** A file that says nothing of a camera. */
    public PictureFile(String name, int width, int height) {
        this(name, width, height, 0);
    }
}
