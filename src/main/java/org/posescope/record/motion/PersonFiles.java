package org.posescope.record.motion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Formats that hold one person: a file for each, {@code walk-3.bvh} for person 3 when there are several. */
public final class PersonFiles implements MotionFile {
    private final Format format;

    /** Writes one person. */
    @FunctionalInterface
    public interface Format {
        void write(Motion motion, PersonMotion person, Path file);
    }

    public PersonFiles(Format format) {
        this.format = format;
    }

    @Override
    public List<Path> write(Motion motion, Path file) {
        List<Path> written = new ArrayList<>();
        for (PersonMotion person : motion.people()) {
            Path own = motion.people().size() == 1 ? file : numbered(file, person.id());
            format.write(motion, person, own);
            written.add(own);
        }
        return written;
    }

    private static Path numbered(Path file, int id) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return file.resolveSibling(name.substring(0, dot) + "-" + id + name.substring(dot));
    }
}
