package org.posescope.record.video;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.posescope.frame.Frame;
import org.posescope.pose.Person;
import org.posescope.record.FrameOutput;
import org.posescope.record.RecordedSound;

/** The pictures of a run as a video. */
public final class VideoOutput implements FrameOutput {
    private final VideoWriter writer;
    private final Timeline timeline;

    private VideoOutput(VideoWriter writer, Timeline timeline) {
        this.writer = writer;
        this.timeline = timeline;
    }

    /**
     * Opens a video file, as {@link VideoWriter#open}.
     *
     * @throws org.posescope.error.UserException when it cannot be written
     */
    public static VideoOutput open(Path file, VideoFormat format, VideoOptions options, SoundSource sound) {
        return new VideoOutput(VideoWriter.open(file, format, options, sound), new Timeline(format.frameMicros()));
    }

    @Override
    public void accept(Frame frame, List<Person> people) {
        writer.write(frame.pixels(), frame.width(), frame.height(), timeline.place(frame.ptsMicros()),
                frame.positionMicros());
    }

    @Override
    public String format() {
        return writer.encoder();
    }

    @Override
    public Optional<RecordedSound> sound() {
        return Optional.of(writer.sound());
    }

    @Override
    public void close() {
        writer.close();
    }
}
