package org.posescope.frame.ffmpeg;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.posescope.error.UserException;

/**
 * A name that stands for many images of a folder: with a place for a number, as {@code frame_%05d.png}, or a glob, as
 * {@code frame_*.png}.
 *
 * @param folder  where they are; empty for the current folder
 * @param name    what their names are like
 * @param matcher of the names of files
 */
public record ImagePattern(Path folder, String name, PathMatcher matcher) {
    private static final Pattern PARTS = Pattern.compile("(.*[/\\\\])?([^/\\\\]*)");
    private static final Pattern NUMBER = Pattern.compile("%(?:0?(\\d{1,2}))?d");
    private static final Pattern GLOB = Pattern.compile(".*[*?\\[{].*");

    /** The pattern that a text is; empty when it is the name of a file, or could be that of only one. */
    public static Optional<ImagePattern> of(String text) {
        Matcher parts = PARTS.matcher(text);
        if (exists(text) || !parts.matches()) {
            return Optional.empty();
        }
        String name = parts.group(2);
        return syntax(name)
                .map(syntax -> new ImagePattern(Path.of(Optional.ofNullable(parts.group(1)).orElse("")), name,
                        FileSystems.getDefault().getPathMatcher(syntax)));
    }

    private static Optional<String> syntax(String name) {
        Matcher number = NUMBER.matcher(name);
        if (number.find()) {
            int digits = Optional.ofNullable(number.group(1)).map(Integer::parseInt).orElse(1);
            return Optional
                    .of("regex:" + Pattern.quote(name.substring(0, number.start())) + "\\d{" + Math.max(1, digits)
                            + ",}" + Pattern.quote(name.substring(number.end())));
        }
        return GLOB.matcher(name).matches() ? Optional.of("glob:" + name) : Optional.empty();
    }

    /** Windows refuses the signs of a glob in names of files. */
    private static boolean exists(String text) {
        try {
            return Files.exists(Path.of(text));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    /**
     * The images whose names are like that, in natural order, so that numbers come by their value.
     *
     * @throws UserException when the folder cannot be read or there is none
     */
    public List<Path> files() {
        List<Path> files = ImageFiles.in(folder, file -> matcher.matches(file.getFileName()));
        if (files.isEmpty()) {
            throw new UserException("there is no image with a name like " + name + " in the folder "
                    + folder.toAbsolutePath());
        }
        return files;
    }
}
