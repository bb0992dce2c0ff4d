package org.posescope.app.render;

import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

import org.posescope.app.export.ClipRun;
import org.posescope.app.record.Recorder;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.source.Span;
import org.posescope.plan.Plan;

/** Draws what is kept of a clip over its pictures; people of frames that nobody has looked at yet are looked for. */
public final class Renderer implements RenderWork {
    private final ClipRun clips;
    private final Recorder recorder;
    private final Supplier<Plan> plans;

    /** @param plans how people are found now; asked on any thread */
    public Renderer(ClipRun clips, Recorder recorder, Supplier<Plan> plans) {
        this.clips = clips;
        this.recorder = recorder;
        this.plans = plans;
    }

    @Override
    public Rendered run(SourceInfo source, Span span, LongConsumer frames) throws InterruptedException {
        Recorder.Video video = recorder.video(source);
        boolean whole = false;
        try {
            List<String> warnings = clips.frames(source, plans.get(), span, video.output(), frames);
            video.output().close();
            whole = true;
            return new Rendered(video.file(), warnings);
        } finally {
            if (!whole) {
                recorder.discard(video);
            }
        }
    }
}
