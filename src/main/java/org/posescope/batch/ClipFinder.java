package org.posescope.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.posescope.error.UserException;
import org.posescope.record.FileNames;

/** Finds the videos that a user means: files, folders with all that is in them, and patterns such as {@code clips/*.mp4}. */
public final class ClipFinder {
    private static final Set<String> VIDEOS = Set.of("mp4", "m4v", "mov", "mkv", "webm", "avi", "ts", "mts", "m2ts",
            "mpg",
            "mpeg", "wmv", "flv", "3gp", "ogv", "mxf");

    private final List<Found> found = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();

    /** @param place below the folder that was asked for */
    private record Found(Path video, Path place) {}

    /** Whether the name is that of a video. */
    public static boolean isVideo(Path file) {
        return VIDEOS.contains(FileNames.extension(file));
    }

    /** What names of videos look like, for dialogs: {@code *.avi} and so on. */
    public static List<String> patterns() {
        return VIDEOS.stream().sorted().map(ending -> "*." + ending).toList();
    }

    /** @throws UserException when an input is nothing that can be read */
    public void add(String input) {
        Path path = Path.of(input);
        if (Files.isDirectory(path)) {
            below(path, path, ClipFinder::isVideo);
        } else if (Files.exists(path)) {
            add(path, path.getFileName());
        } else if (isPattern(input)) {
            Path folder = folderOf(path);
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + path.toAbsolutePath().normalize());
            below(folder, folder, file -> matcher.matches(file.toAbsolutePath().normalize()));
        } else {
            throw new UserException("there is no file or folder " + input);
        }
    }

    private static boolean isPattern(String text) {
        return text.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
    }

    /** The last folder before the first part that is a pattern. */
    private static Path folderOf(Path pattern) {
        Path folder = pattern.toAbsolutePath().normalize();
        while (folder.getParent() != null && (isPattern(folder.toString()) || !Files.isDirectory(folder))) {
            folder = folder.getParent();
        }
        return folder;
    }

    private void below(Path folder, Path root, PathMatcher wanted) {
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            files.filter(Files::isRegularFile).filter(wanted::matches).sorted()
                    .forEach(file -> add(file, root.relativize(file)));
        } catch (IOException | UncheckedIOException e) {
            throw new UserException("the folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void add(Path file, Path place) {
        Path video = file.toAbsolutePath().normalize();
        if (seen.add(video)) {
            found.add(new Found(video, place));
        }
    }

    /**
     * All of them in the order of their names. Where two would have one name, their extensions stay in it, and where that does not help
     * they are numbered in the order in which they were found.
     */
    public List<Clip> clips() {
        Map<String, Long> plain = count(found.stream().map(each -> withoutExtension(each.place())));
        Map<String, Integer> used = new HashMap<>();
        List<Clip> clips = new ArrayList<>();
        for (Found each : found) {
            String name = withoutExtension(each.place());
            String own = plain.get(folded(name)) == 1 ? name : text(each.place());
            int same = used.merge(folded(own), 1, Integer::sum);
            clips.add(new Clip(same == 1 ? own : own + "-" + same, each.video()));
        }
        clips.sort((a, b) -> a.name().compareTo(b.name()));
        return clips;
    }

    private static Map<String, Long> count(Stream<String> names) {
        return names.collect(Collectors.groupingBy(ClipFinder::folded, Collectors.counting()));
    }

    /** Some file systems do not tell case. */
    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String withoutExtension(Path place) {
        String name = text(place);
        int dot = name.lastIndexOf('.');
        return dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
    }

    private static String text(Path place) {
        return place.toString().replace('\\', '/');
    }
}
