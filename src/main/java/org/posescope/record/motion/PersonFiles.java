package org.posescope.record.motion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Formats that hold one person: a file for each, {@code walk-3.bvh} for person 3 when there are several, or {@code walk-Anna.bvh}. */
public final class PersonFiles implements MotionFile {
    private static final Pattern UNFIT = Pattern.compile("[^\\p{L}\\p{N}._-]+");

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
        Map<Integer, String> labels = labels(motion);
        for (PersonMotion person : motion.people()) {
            Path own = motion.people().size() == 1 ? file : called(file, labels.get(person.id()));
            format.write(motion, person, own);
            written.add(own);
        }
        return written;
    }

    /** What tells the files of people apart: their names as far as they do, whatever the case of letters means to the file system. */
    private static Map<Integer, String> labels(Motion motion) {
        Map<Integer, String> labels = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (PersonMotion person : motion.people()) {
            String number = String.valueOf(person.id());
            String name = UNFIT.matcher(motion.names().getOrDefault(person.id(), number)).replaceAll("_");
            labels.put(person.id(), taken.add(name.toLowerCase(Locale.ROOT)) ? name : name + "-" + number);
        }
        return labels;
    }

    private static Path called(Path file, String label) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return file.resolveSibling(name.substring(0, dot) + "-" + label + name.substring(dot));
    }
}
