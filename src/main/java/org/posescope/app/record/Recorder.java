package org.posescope.app.record;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.posescope.draw.Layers;
import org.posescope.draw.OverlayLayer;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.SourceInfo;
import org.posescope.pose.Person;
import org.posescope.record.FrameOutput;
import org.posescope.record.ImageSequenceWriter;
import org.posescope.record.RecordingThread;
import org.posescope.record.SoundSource;
import org.posescope.record.VideoFormat;
import org.posescope.record.VideoOptions;
import org.posescope.record.VideoOutput;

/** Opens recordings and writes single pictures. Any thread but the FX thread, because files are written. */
public final class Recorder {
    private static final int QUEUE = 8;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

    private final FramePool pool;
    private final OutputNames names;
    private final Supplier<Layers> layers;
    private final Supplier<OverlayLayer> mesh;

    /**
     * A video that is being written.
     *
     * @param output takes the frames; whoever opened it closes it
     */
    record Recording(Path file, RecordingThread output) {}

    /**
     * @param pool   stays open longer than every recording
     * @param layers that are drawn, asked for each frame on the recording's thread
     * @param mesh   makes what draws the bodies, for each recording one
     */
    public Recorder(FramePool pool, OutputNames names, Supplier<Layers> layers, Supplier<OverlayLayer> mesh) {
        this.pool = pool;
        this.names = names;
        this.layers = layers;
        this.mesh = mesh;
    }

    /**
     * Starts a video of what plays. Frames that the encoder has no time for are left out.
     *
     * @param onFailure told once, on another thread, when the video cannot be written on
     * @throws org.posescope.error.UserException when it cannot be begun
     */
    Recording start(SourceInfo source, Consumer<RuntimeException> onFailure) {
        Path file = names.next(source.uri(), "mp4", LocalDateTime.now(ZoneId.systemDefault()));
        VideoOptions options = VideoOptions.DEFAULT.withThreads(Runtime.getRuntime().availableProcessors());
        FrameOutput video = VideoOutput.open(file, VideoFormat.of(source), options, SoundSource.of(source));
        return new Recording(file, new RecordingThread(new AnnotatedOutput(video, pool, layers, mesh.get()),
                new RecordingThread.Settings("posescope-record", QUEUE, RecordingThread.WhenFull.DROP, CLOSE_TIMEOUT),
                onFailure));
    }

    /**
     * Writes one picture as PNG and gives its file.
     *
     * @param frame stays the caller's
     * @throws org.posescope.error.UserException when it cannot be written
     */
    Path snapshot(SourceInfo source, Frame frame, List<Person> people) {
        Path file = names.next(source.uri(), "png", LocalDateTime.now(ZoneId.systemDefault()));
        try (FrameOutput picture = new AnnotatedOutput(ImageSequenceWriter.open(file.toString()), pool, layers,
                mesh.get())) {
            picture.accept(frame, people);
        }
        return file;
    }
}
