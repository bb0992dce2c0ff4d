package org.posescope.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.posescope.error.UserException;
import org.posescope.record.ImageSequenceWriter;
import org.posescope.record.OutputFile;
import org.posescope.record.export.ExportTarget;

/**
 * The files that a run is to write, as the user named them. They are looked at before anything is done, so that a run that is refused has
 * touched none of them.
 *
 * @param pictures videos, or images by a name with a place for a number
 * @param motion   motion as JSON; empty where there is none, or where it goes to standard output
 * @param exports  files of other programs
 * @param report   of the run
 */
public record WantedFiles(List<String> pictures, Optional<String> motion, List<ExportTarget> exports,
        Optional<Path> report) {
    public WantedFiles {
        pictures = List.copyOf(pictures);
        exports = List.copyOf(exports);
    }

    /**
     * Refuses them when one is in no folder that can be written, when one is named twice, or when one is what is read.
     *
     * @param input the file that is read
     * @throws UserException when they are refused
     */
    public void require(Optional<Path> input) {
        try {
            List<Path> files = files();
            requireDistinct(files);
            input.ifPresent(read -> files.forEach(file -> OutputFile.requireOther(file, read)));
        } catch (InvalidPathException e) {
            throw new UserException("Cannot write " + e.getInput() + ": that is no file name.", e);
        }
        pictures.forEach(name -> {
            if (ImageSequenceWriter.accepts(name)) {
                ImageSequenceWriter.check(name);
            } else {
                OutputFile.at(Path.of(name));
            }
        });
        motion.map(Path::of).ifPresent(OutputFile::at);
        exports.forEach(ExportTarget::check);
        report.ifPresent(OutputFile::at);
    }

    /**
     * What a user who ends the run should know while its files are finished.
     *
     * @param frames that were written; without any there is nothing but the report
     * @return empty where nothing is to be said
     */
    public String finishing(long frames) {
        List<Path> files = frames > 0 ? files() : report.stream().toList();
        if (files.isEmpty()) {
            return files().isEmpty() ? "" : "nothing was written yet";
        }
        return "finishing " + files.stream().map(Path::toString).collect(Collectors.joining(", "))
                + "; Ctrl-C again ends at once and leaves " + (files.size() == 1 ? "it" : "them") + " unfinished";
    }

    /** Their places; of numbered images the name with the place for the number. */
    public List<Path> files() {
        return Stream.of(pictures.stream().map(Path::of), motion.stream().map(Path::of), report.stream(),
                exports.stream().map(ExportTarget::path)).flatMap(each -> each).toList();
    }

    private static void requireDistinct(List<Path> files) {
        Set<Path> seen = new HashSet<>();
        // What is no file, such as /dev/null, takes several.
        files.stream().filter(file -> !Files.exists(file) || Files.isRegularFile(file)).forEach(file -> {
            if (!seen.add(whole(file))) {
                throw new UserException(
                        "Two outputs are named " + file + ": each needs a file of its own, so choose another name.");
            }
        });
    }

    /** The same of all ways to a file, as far as they are there already. */
    private static Path whole(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        try {
            if (Files.exists(absolute)) {
                return absolute.toRealPath();
            }
            return folder != null && Files.exists(folder)
                    ? folder.toRealPath().resolve(absolute.getFileName())
                    : absolute;
        } catch (IOException e) {
            throw new UserException("Cannot look at " + file + ": " + e.getMessage() + ".", e);
        }
    }
}
