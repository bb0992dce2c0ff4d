package org.posescope.frame;

import java.util.List;

/**
 * The file that the picture of a frame was read from, where each picture has one.
 *
 * @param name   of the file, without its folder
 * @param width  pixels of the picture, upright
 * @param height pixels, likewise
 * @param flaws  what is wrong with the picture, a sentence each
 */
public record PictureFile(String name, int width, int height, List<String> flaws) {
    public PictureFile {
        flaws = List.copyOf(flaws);
    }
}
