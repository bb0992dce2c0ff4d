package org.posescope.pipeline.kept;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder with motion of clips, each file named by the content of its clip and by what was looked for. Whatever cannot be read or written
 * there is logged: everything works without it. Files come and go as a whole, so that several programs may use it. Thread-safe.
 */
public final class MotionFolder {
    /** Motion of some hundred short clips. */
    public static final long USUAL_CAPACITY = 512L << 20;
    private static final Logger LOG = LoggerFactory.getLogger(MotionFolder.class);
    private static final String ENDING = ".motion";
    private static final String EDITS = ".people";
    private static final String PART = ".part";
    /** Nobody writes one file for so long. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path folder;
    private final long capacity;

    /**
     * @param folder   made when it is needed
     * @param capacity bytes of its files together; beyond that, what was not used for the longest time goes
     */
    public MotionFolder(Path folder, long capacity) {
        this.folder = folder;
        this.capacity = capacity;
    }

    /**
     * The folder in the place that the platform has for what programs can make again.
     *
     * @param environment of the process
     * @param properties  of the Java system
     */
    public static MotionFolder ofUser(Map<String, String> environment, Properties properties) {
        return new MotionFolder(cache(environment, properties).resolve("motion"), USUAL_CAPACITY);
    }

    /** Where the platform wants what programs can make again, as {@link #ofUser} asks for it. */
    public static Path cache(Map<String, String> environment, Properties properties) {
        Path home = Path.of(properties.getProperty("user.home"));
        String system = properties.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return variable(environment, "LOCALAPPDATA").orElseGet(() -> home.resolve("AppData").resolve("Local"))
                    .resolve("PoseScope").resolve("cache");
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Caches").resolve("PoseScope");
        }
        // A relative path is to be ignored: XDG Base Directory Specification 0.8.
        return variable(environment, "XDG_CACHE_HOME").filter(Path::isAbsolute).orElseGet(() -> home.resolve(".cache"))
                .resolve("posescope");
    }

    private static Optional<Path> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank()).map(Path::of);
    }

    private static byte[] name(byte[] content, MotionKey key) {
        MessageDigest digest = ContentHash.sha256();
        digest.update(content);
        return digest.digest(key.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Path file(byte[] name) {
        return folder.resolve(HexFormat.of().formatHex(name) + ENDING);
    }

    /** @param content hash of the clip's */
    Optional<StoredMotion> load(byte[] content, MotionKey key) {
        byte[] name = name(content, key);
        Path file = file(name);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            StoredMotion motion = KeptMotionFile.read(name, Files.readAllBytes(file));
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(motion);
        } catch (IOException e) {
            LOG.warn("the motion in {} is not used: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    void save(byte[] content, MotionKey key, StoredMotion motion) {
        byte[] name = name(content, key);
        try {
            Files.createDirectories(folder);
            write(file(name), KeptMotionFile.write(name, motion));
            tidy();
        } catch (IOException e) {
            LOG.warn("motion was not kept in {}: {}", folder, e.toString());
        }
    }

    /** What the user made of the people of that motion; nothing where that was nothing, or cannot be read. */
    PeopleEdits loadEdits(byte[] content, MotionKey key) {
        Path file = edits(file(name(content, key)));
        if (!Files.isRegularFile(file)) {
            return PeopleEdits.NONE;
        }
        try {
            return EditsFile.read(Files.readAllLines(file));
        } catch (IOException e) {
            LOG.warn("the names of people in {} are not used: {}", file, e.getMessage());
            return PeopleEdits.NONE;
        }
    }

    void saveEdits(byte[] content, MotionKey key, PeopleEdits edits) {
        Path file = edits(file(name(content, key)));
        try {
            if (edits.done().isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            Files.createDirectories(folder);
            write(file, String.join("\n", EditsFile.write(edits)).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.warn("the names of people were not kept in {}: {}", file, e.toString());
        }
    }

    /** Beside the motion that it is of. */
    private static Path edits(Path motion) {
        String name = motion.getFileName().toString();
        return motion.resolveSibling(name.substring(0, name.length() - ENDING.length()) + EDITS);
    }

    /** All of a file or nothing. */
    private void write(Path file, byte[] bytes) throws IOException {
        Path part = Files.createTempFile(folder, "motion", PART);
        try {
            Files.write(part, bytes);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private record Entry(Path file, long size, Instant used) {}

    private void tidy() throws IOException {
        List<Entry> entries;
        try (Stream<Path> files = Files.list(folder)) {
            entries = files.flatMap(MotionFolder::entry).sorted(Comparator.comparing(Entry::used).reversed()).toList();
        }
        Instant abandoned = Instant.now().minus(ABANDONED);
        long bytes = 0;
        for (Entry entry : entries) {
            boolean part = entry.file().toString().endsWith(PART);
            bytes += part ? 0 : entry.size();
            if (part ? entry.used().isBefore(abandoned) : bytes > capacity) {
                Files.deleteIfExists(entry.file());
                if (!part) {
                    Files.deleteIfExists(edits(entry.file()));
                }
            }
        }
    }

    /** Nothing for what is not ours, or was deleted meanwhile by another program. */
    private static Stream<Entry> entry(Path file) {
        String name = file.toString();
        if (!name.endsWith(ENDING) && !name.endsWith(PART)) {
            return Stream.empty();
        }
        try {
            return Stream.of(new Entry(file, Files.size(file), Files.getLastModifiedTime(file).toInstant()));
        } catch (IOException e) {
            LOG.debug("{} is gone", file, e);
            return Stream.empty();
        }
    }
}
