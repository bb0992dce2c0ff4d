package org.posescope.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Finds the videos that are meant: those in folders by their extension, others as they are named. */
final class VideoFinder {
    private static final Set<String> VIDEOS = Set.of("mp4", "m4v", "mov", "mkv", "webm", "avi", "ts", "mts", "m2ts",
            "mpg", "mpeg", "wmv", "flv", "3gp", "ogv", "mxf");

    private final Configuration configuration;

    VideoFinder(Configuration configuration) {
        this.configuration = configuration;
    }

    /**
     * All of them, in the order of their names.
     *
     * @throws IllegalArgumentException when there is none, or two have the same name
     */
    List<Video> find(JobOptions options) throws IOException {
        List<String> inputs = new ArrayList<>(options.inputs());
        if (!options.list().isEmpty()) {
            inputs.addAll(lines(new Path(options.list())));
        }
        Map<String, Video> videos = new TreeMap<>(Comparator.naturalOrder());
        for (String input : inputs) {
            for (Video video : videos(new Path(input))) {
                Video other = videos.put(video.name(), video);
                if (other != null && !other.equals(video)) {
                    throw new IllegalArgumentException(
                            other.uri() + " and " + video.uri() + " would have the same name " + video.name());
                }
            }
        }
        if (videos.isEmpty()) {
            throw new IllegalArgumentException("there is no video in what was named");
        }
        return List.copyOf(videos.values());
    }

    private List<String> lines(Path list) throws IOException {
        FileSystem system = list.getFileSystem(configuration);
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(system.open(list), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        }
    }

    /** What is named itself may be missing: that is told when its turn comes. */
    private List<Video> videos(Path input) throws IOException {
        FileSystem system = input.getFileSystem(configuration);
        Path whole = system.makeQualified(input);
        if (!system.exists(whole) || !system.getFileStatus(whole).isDirectory()) {
            return List.of(new Video(whole.toUri().getPath().substring(1), whole.toString()));
        }
        List<Video> videos = new ArrayList<>();
        RemoteIterator<LocatedFileStatus> files = system.listFiles(whole, true);
        while (files.hasNext()) {
            Path file = files.next().getPath();
            if (VIDEOS.contains(extension(file.getName()))) {
                videos.add(new Video(whole.toUri().relativize(file.toUri()).getPath(), file.toString()));
            }
        }
        return videos;
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
