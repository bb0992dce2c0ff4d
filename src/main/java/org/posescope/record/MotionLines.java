package org.posescope.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.posescope.frame.Frame;
import org.posescope.frame.SourceInfo;
import org.posescope.pose.Person;
import org.posescope.pose.Skeleton;

/** The lines of a motion file one by one, as texts without line ends. Used by one thread at a time. */
public final class MotionLines {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final MotionJson json = new MotionJson(bytes);

    private interface Writing {
        void write() throws IOException;
    }

    /** Parameters as of {@link MotionJsonWriter#open}. */
    public String header(SourceInfo source, String preset, List<Skeleton> skeletons, Coordinates coordinates) {
        return line(() -> json.header(source, preset, skeletons, coordinates, Map.of()));
    }

    /**
     * A frame.
     *
     * @param angles degrees by name of those whose angles are known, by identity; others have none
     */
    public String frame(Frame frame, List<Person> people, Optional<CameraFacts> camera,
            Map<Integer, Map<String, Double>> angles) {
        return line(() -> json.frame(frame, people, camera, angles));
    }

    private String line(Writing writing) {
        bytes.reset();
        try {
            writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toString(StandardCharsets.UTF_8).stripTrailing();
    }
}
