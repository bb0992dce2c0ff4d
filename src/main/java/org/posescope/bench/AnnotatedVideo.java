package org.posescope.bench;

import java.nio.file.Path;
import java.time.Duration;

import org.posescope.draw.HudFigures;
import org.posescope.draw.Layers;
import org.posescope.draw.Overlay;
import org.posescope.draw.raster.Canvas;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.StepListener;
import org.posescope.pipeline.EngineListener;
import org.posescope.pipeline.EngineListener.FrameResult;
import org.posescope.record.RecordingThread;
import org.posescope.record.video.PictureOutputs;
import org.posescope.record.video.SoundSource;
import org.posescope.record.video.VideoFormat;
import org.posescope.record.video.VideoOptions;

/** Draws and records the results, as a run with an output does. */
final class AnnotatedVideo implements EngineListener, AutoCloseable {
    private static final RecordingThread.Settings SETTINGS = new RecordingThread.Settings("posescope-record", 4,
            RecordingThread.WhenFull.BLOCK, Duration.ofSeconds(30));

    private static final VideoOptions VIDEO = VideoOptions.DEFAULT
            .withThreads(Runtime.getRuntime().availableProcessors());

    private final Overlay overlay = Overlay.of(Layers.DEFAULT);
    private final RecordingThread recording;

    AnnotatedVideo(Path file, SourceInfo source) {
        recording = new RecordingThread(
                PictureOutputs.open(file.toString(), VideoFormat.of(source), VIDEO, SoundSource.SILENT), SETTINGS,
                reason -> {});
    }

    @Override
    public void ended(FrameResult result, StepListener steps) {
        long start = System.nanoTime();
        overlay.draw(Canvas.on(result.frame()), result.people(), result.frame().ptsMicros(), HudFigures.NONE);
        steps.took("draw", System.nanoTime() - start);
        recording.accept(result.frame(), result.people());
        recording.failure().ifPresent(reason -> {
            throw reason;
        });
    }

    @Override
    public void close() {
        recording.close();
    }
}
