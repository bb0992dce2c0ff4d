package org.posescope.workshop.demo;

import java.nio.file.Path;
import java.util.function.IntConsumer;

import org.posescope.error.UserException;
import org.posescope.record.video.VideoFormat;
import org.posescope.record.video.VideoOptions;
import org.posescope.record.video.VideoWriter;

/** Renders the demo clip and its truth; the same every time. */
public final class DemoRenderer {
    /** Pictures of the clip. */
    public static final int FRAMES = Scenario.FRAMES;

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final double MICROS_PER_FRAME = 1e6 / Scenario.FPS;

    private final Path body;

    /** @param body our own body's file, which says what to dress */
    public DemoRenderer(Path body) {
        this.body = body;
    }

    /**
     * Writes the clip and its truth; takes minutes.
     *
     * @param progress told the number of frames done, on this thread
     * @throws UserException        when a file cannot be read or written
     * @throws InterruptedException when this thread was interrupted; the files are incomplete then
     */
    public void render(Path video, Path truth, IntConsumer progress) throws InterruptedException {
        VideoFormat format = new VideoFormat(WIDTH, HEIGHT, Scenario.FPS);
        try (Shooting shooting = new Shooting(body, WIDTH, HEIGHT);
                VideoWriter writer = VideoWriter.open(video, format, VideoOptions.DEFAULT);
                TruthFile truths = new TruthFile(truth, shooting.camera().lens(), shooting.actors())) {
            for (int frame = 0; frame < FRAMES; frame++) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                truths.write(shooting.pose(frame));
                writer.write(shooting.picture(), WIDTH, HEIGHT, Math.round(frame * MICROS_PER_FRAME));
                progress.accept(frame + 1);
            }
        }
    }
}
