package org.posescope.batch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.posescope.error.SystemReason;
import org.posescope.error.UserException;
import org.posescope.error.WriteException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/**
 * The folder of results: what was made, the manifest (a file a video in {@code manifest}), {@code summary.csv}, and a hidden folder in which
 * things are made before they are moved to their place as a whole. One process at a time works on a shard of it.
 */
public final class BatchFolder implements AutoCloseable {
    private static final String JSON = ".json";

    private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Path root;
    private final Path manifest;
    private final Path work;
    private final FileChannel channel;
    private final FileLock lock;

    private BatchFolder(Path root, Shard shard, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
        manifest = root.resolve("manifest");
        work = root.resolve(".work").resolve(shard.toString());
    }

    /**
     * Makes it where there is none, and removes what an ended process left unfinished.
     *
     * @throws UserException when somebody else works on it, or it cannot be written
     */
    public static BatchFolder open(Path root, Shard shard) {
        Path whole = root.toAbsolutePath().normalize();
        try {
            Path locks = Files.createDirectories(whole.resolve(".work"));
            FileChannel channel = FileChannel.open(locks.resolve(shard + ".lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new UserException("another batch is at work on " + root);
            }
            BatchFolder folder = new BatchFolder(whole, shard, channel, lock);
            delete(folder.work);
            return folder;
        } catch (IOException e) {
            throw WriteException.of("the folder " + root + " cannot be written: " + SystemReason.of(e), e);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    /** What the manifest says of a clip; one that cannot be read says nothing, so that the clip is made again, and that is told. */
    Optional<ManifestEntry> entry(Clip clip, Consumer<String> news) {
        Path file = entryFile(clip.name());
        try {
            return Files.exists(file)
                    ? Optional.of(mapper.readValue(file.toFile(), ManifestEntry.class))
                    : Optional.empty();
        } catch (IOException e) {
            news.accept(file + " cannot be read and counts for nothing");
            return Optional.empty();
        }
    }

    /** Whether all these files, below this folder, are there still. */
    boolean has(List<String> outputs) {
        return outputs.stream().allMatch(output -> Files.exists(root.resolve(output)));
    }

    private Path entryFile(String name) {
        return manifest.resolve(name + JSON);
    }

    /** A new, empty folder in which a clip is made. */
    Path begin() {
        try {
            return Files.createTempDirectory(Files.createDirectories(work), "clip");
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    void create(List<Path> folders) {
        try {
            for (Path each : folders) {
                Files.createDirectories(each);
            }
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    /** Removes what {@link #begin} made. */
    void end(Path made) {
        try {
            delete(made);
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    /** Moves what was made to its place, and gives the names below this folder. */
    List<String> accept(Path made) {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.walk(made)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Path place = root.resolve(made.relativize(file).toString());
                Files.createDirectories(place.getParent());
                moveWhole(file, place);
                names.add(made.relativize(file).toString().replace('\\', '/'));
            }
        } catch (IOException e) {
            throw unwritten(e);
        }
        return names;
    }

    void write(ManifestEntry entry) {
        Path file = entryFile(entry.name());
        try {
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(Files.createDirectories(work), "entry", JSON);
            mapper.writeValue(part.toFile(), entry);
            moveWhole(part, file);
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    /** A line for each video of the manifest, whichever shard it is of. */
    public void summarise(Consumer<String> news) {
        try {
            Path part = Files.createTempFile(Files.createDirectories(work), "summary", ".csv");
            List<String> lines = new ArrayList<>(List.of("name,video,state,frames,lost,seconds,fps,error,warnings"));
            for (ManifestEntry entry : entries(news)) {
                lines.add(line(entry));
            }
            Files.write(part, lines);
            moveWhole(part, root.resolve("summary.csv"));
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    private static String line(ManifestEntry entry) {
        VideoFigures figures = entry.figures();
        return String.join(",", quoted(entry.name()), quoted(entry.video()),
                entry.state().name().toLowerCase(Locale.ROOT), Long.toString(figures.frames()),
                Long.toString(figures.lost()), Double.toString(entry.seconds()), Double.toString(figures.fps()),
                quoted(entry.error()), quoted(String.join("; ", figures.warnings())));
    }

    private List<ManifestEntry> entries(Consumer<String> news) throws IOException {
        if (!Files.isDirectory(manifest)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(manifest)) {
            return files.filter(file -> file.toString().endsWith(JSON)).map(file -> read(file, news))
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparing(ManifestEntry::name)).toList();
        }
    }

    private Optional<ManifestEntry> read(Path file, Consumer<String> news) {
        String name = manifest.relativize(file).toString();
        return entry(new Clip(name.substring(0, name.length() - JSON.length()), file), news);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static void moveWhole(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private UserException unwritten(IOException e) {
        return WriteException.of("the folder " + root + " cannot be written: " + SystemReason.of(e), e);
    }

    @Override
    public void close() {
        try (channel; lock) {
            delete(work);
        } catch (IOException e) {
            throw unwritten(e);
        }
    }
}
