package org.posescope.cli.length;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.posescope.body.BodyModel;
import org.posescope.error.UserException;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.source.Span;
import org.posescope.frame.source.SpanSource;
import org.posescope.measure.length.KnownLength;
import org.posescope.measure.length.LengthCalibration;
import org.posescope.measure.length.PictureLine;
import org.posescope.pipeline.Engine;
import org.posescope.pipeline.Engine.EngineOptions;
import org.posescope.pipeline.EngineRun;
import org.posescope.pipeline.Policy;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.people.Networks;
import org.posescope.pipeline.playback.Playback;
import org.posescope.plan.Plan;
import org.posescope.plan.Plan.Place;

/** Looks at a few seconds of a clip before its run, so that all of the run has the scale of a length that is known. */
public final class LengthLook {
    /** Before and after the moment. */
    private static final double SECONDS = 3;
    private static final double SECOND = 1e6;

    private final Plan plan;
    private final Networks networks;
    private final BodyModel body;

    /** @param body that people have in the run */
    public LengthLook(Plan plan, Networks networks, Optional<BodyModel> body) {
        this.plan = plan;
        this.networks = networks;
        this.body = body.filter(_ -> networks.body().isEmpty()).orElseThrow(() -> new UserException(
                "the network of this preset says how large bodies are; leave out --length"));
    }

    /**
     * The plan of the run.
     *
     * @param source what the run reads
     * @param open   opens that once more
     * @param tells  takes a sentence for the user
     * @throws UserException        when the length cannot be measured
     * @throws InterruptedException when it was cancelled
     */
    public Plan sized(KnownLength known, SourceInfo source, Supplier<FrameSource> open, Consumer<String> tells)
            throws InterruptedException {
        require(known, source);
        LengthCalibration calibration = new LengthCalibration(body);
        Engine engine = new Engine(EngineOptions.of(Policy.EXACT, Mode.ASYNC, plan.machine().framesInFlight()),
                networks.stages(plan, Optional.of(body), Mode.ASYNC),
                new Playback(part(known, open.get()), false, false),
                (result, _) -> result.camera()
                        .ifPresent(camera -> calibration.add(result.frame().ptsMicros(), result.people(), camera)));
        EngineRun.whole(engine,
                cause -> new UserException("the clip was not looked at for --length: " + cause.getMessage(), cause));
        LengthCalibration.Calibration found = calibration.of(known);
        if (!(found.scale() >= Place.LEAST_SCALE && found.scale() <= Place.MOST_SCALE)) {
            throw new UserException(found.sentence(known) + "; nobody is taken for smaller than " + Place.LEAST_SCALE
                    + " or larger than " + Place.MOST_SCALE + " times");
        }
        tells.accept(found.sentence(known));
        return plan.withPlace(plan.place().withScale(found.scale()));
    }

    private static void require(KnownLength known, SourceInfo source) {
        if (source.kind().live() || !source.seekable()) {
            throw new UserException("what is read only once cannot be looked at before the run; leave out --length");
        }
        if (source.durationMicros() >= 0 && known.atSeconds() * SECOND > source.durationMicros()) {
            throw new UserException(
                    "--length-at " + known.atSeconds() + " is behind the end of " + source.uri());
        }
        PictureLine line = known.line();
        if (Math.min(line.fromX(), line.toX()) < 0 || Math.max(line.fromX(), line.toX()) > source.width()
                || Math.min(line.fromY(), line.toY()) < 0 || Math.max(line.fromY(), line.toY()) > source.height()) {
            throw new UserException("the line of --length is not inside the picture of " + source.width() + "x"
                    + source.height() + " pixels");
        }
    }

    private static FrameSource part(KnownLength known, FrameSource source) {
        return new SpanSource(source, new Span(Math.round(Math.max(0, known.atSeconds() - SECONDS) * SECOND),
                Math.round((known.atSeconds() + SECONDS) * SECOND)));
    }
}
