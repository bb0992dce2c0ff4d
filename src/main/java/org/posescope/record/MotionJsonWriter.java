package org.posescope.record;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.UnreadablePicture;
import org.posescope.pose.Person;
import org.posescope.pose.Skeleton;

/**
 * Writes motion as JSON Lines: a header, then one object a frame, as {@code docs/motion.schema.json} describes them. Pixels
 * of the source frame, metres in the camera frame (x right, y down, z forward) or in the world, scores 0..1. What a preset does not give is
 * absent; a number that is not finite is null. Each line reaches the file before {@link #accept} returns.
 */
public final class MotionJsonWriter implements FrameOutput {
    private static final String STANDARD_OUTPUT = "-";

    private final Path name;
    private final Runnable removal;
    private final OutputStream out;
    private final MotionJson json;
    private Optional<CameraFacts> camera = Optional.empty();
    private boolean closed;

    private MotionJsonWriter(Path name, OutputStream out, Runnable removal) {
        this.name = name;
        this.removal = removal;
        this.out = out;
        this.json = new MotionJson(out);
    }

    /**
     * Opens a file, overwriting what was there, and writes the header.
     *
     * @param name      the file, or {@code -} for standard output, which stays open
     * @param source    what is read
     * @param preset    name of the preset that gives the results
     * @param skeletons all that the people may have points of, in 2D or 3D
     * @param coordinates of the people's places in space
     * @param names     that the user gave to some people, by their ids
     * @throws UserException when it cannot be written; a file that was not there before is not there then either
     */
    public static MotionJsonWriter open(String name, SourceInfo source, String preset, List<Skeleton> skeletons,
            Coordinates coordinates, Map<Integer, String> names) {
        if (name.equals(STANDARD_OUTPUT)) {
            MotionJsonWriter writer = new MotionJsonWriter(Path.of("standard output"), new StandardOutput(), () -> {});
            writer.writeHeader(source, preset, skeletons, coordinates, names);
            return writer;
        }
        OutputFile file = OutputFile.at(Path.of(name));
        MotionJsonWriter writer = new MotionJsonWriter(file.path(), file.open(), file::discard);
        try {
            writer.writeHeader(source, preset, skeletons, coordinates, names);
            return writer;
        } catch (UserException e) {
            writer.discard();
            throw e;
        }
    }

    /** As the other one, of people who have no names. */
    public static MotionJsonWriter open(String name, SourceInfo source, String preset, List<Skeleton> skeletons,
            Coordinates coordinates) {
        return open(name, source, preset, skeletons, coordinates, Map.of());
    }

    /** The first line of such a file, without its end, for files that carry it among their facts. */
    public static String header(SourceInfo source, String preset, List<Skeleton> skeletons, Coordinates coordinates,
            Map<Integer, String> names) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            new MotionJson(line).header(source, preset, skeletons, coordinates, names);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    private void writeHeader(SourceInfo source, String preset, List<Skeleton> skeletons, Coordinates coordinates,
            Map<Integer, String> names) {
        try {
            json.header(source, preset, skeletons, coordinates, names);
        } catch (IOException e) {
            throw OutputFile.notWritten(name, e);
        }
    }

    @Override
    public void accept(Frame frame, List<Person> people) {
        Optional<CameraFacts> known = camera;
        camera = Optional.empty();
        write(() -> json.frame(frame, people, known, Map.of()));
    }

    @Override
    public void camera(CameraFacts facts) {
        camera = Optional.of(facts);
    }

    @Override
    public void missing(UnreadablePicture picture) {
        write(() -> json.missing(picture));
    }

    private void write(Line line) {
        if (closed) {
            throw new IllegalStateException("the motion file is closed");
        }
        try {
            line.write();
        } catch (IOException e) {
            throw OutputFile.notWritten(name, e);
        }
    }

    /** Writes one line. */
    @FunctionalInterface
    private interface Line {
        void write() throws IOException;
    }

    @Override
    public String format() {
        return "json lines";
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            try {
                out.close();
            } catch (IOException e) {
                throw OutputFile.notWritten(name, e);
            }
        }
    }

    /** Closes the file and removes it unless it replaced another. */
    @Override
    public void discard() {
        close();
        removal.run();
    }

    /** Belongs to the whole program, so that it outlives its writer. */
    private static final class StandardOutput extends FileOutputStream {
        StandardOutput() {
            super(FileDescriptor.out);
        }

        @Override
        public void close() {}
    }
}
