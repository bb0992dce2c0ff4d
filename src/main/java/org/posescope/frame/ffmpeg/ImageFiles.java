package org.posescope.frame.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.posescope.error.UserException;

/** Which files count as images, and in which order those of a folder come. */
public final class ImageFiles {
    private static final Set<String> EXTENSIONS = Set.of("jpg", "jpeg", "png", "bmp", "webp", "tif", "tiff");

    private ImageFiles() {}

    /** Whether the name, not the content, is that of an image. */
    public static boolean isImage(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot >= 0 && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /**
     * The images directly in {@code folder}, in natural order.
     *
     * @throws UserException when the folder cannot be read or holds no image
     */
    public static List<Path> of(Path folder) {
        List<Path> images = in(folder, file -> true);
        if (images.isEmpty()) {
            throw new UserException("there is no image (jpg, png, bmp, webp, tif) in the folder " + folder);
        }
        return images;
    }

    /** Those of the images that are wanted. */
    static List<Path> in(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> isImage(file) && wanted.test(file) && Files.isRegularFile(file))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString(), NaturalOrder.INSTANCE))
                    .toList();
        } catch (IOException e) {
            throw new UserException("the folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }
}
