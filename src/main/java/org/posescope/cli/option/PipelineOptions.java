package org.posescope.cli.option;

import java.nio.file.Path;
import java.util.Optional;

import org.posescope.body.BodyModel;
import org.posescope.body.BodyModelReader;
import org.posescope.body.DefaultBody;
import org.posescope.error.UserException;
import org.posescope.pipeline.EngineOptions;
import org.posescope.pipeline.Policy;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.people.Lens;
import org.posescope.pipeline.people.PeopleOptions;
import org.posescope.pipeline.people.Threads;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the pipeline works. */
public final class PipelineOptions {
    @Option(names = "--mode", paramLabel = "MODE", converter = ModeConverter.class,
            description = "min-latency (one frame in flight, all threads on it) or async "
                    + "(several in flight); default: async for files, min-latency for cameras and streams")
    private Mode mode;

    @Mixin
    private ThreadOptions threads;

    @Option(names = "--detect-every", paramLabel = "K", defaultValue = "0",
            description = "look for newcomers at every so many "
                    + "frames (default: about once a second)")
    private int detectEvery;

    @Option(names = "--no-track", description = "no identities: everybody has id 0")
    private boolean noTrack;

    @Option(names = "--no-smooth", description = "leave motion as the networks give it")
    private boolean noSmooth;

    @Option(names = "--fx", paramLabel = "PIXELS", description = "focal length of the camera in pixels")
    private Double focal;

    @Option(names = "--fov", paramLabel = "DEGREES",
            description = "angle that the longer side of the picture covers (default: 60)")
    private Double fieldOfView;

    @Option(names = "--body", paramLabel = "FILE",
            description = "a body model in the SMPL format (.pkl, .npz) in place of the program's own")
    private Path body;

    @Option(names = "--no-body", description = "fit no body to the people")
    private boolean noBody;

    public Optional<Mode> chosenMode() {
        return Optional.ofNullable(mode);
    }

    public Mode mode(boolean liveSource) {
        return Optional.ofNullable(mode).orElse(liveSource ? Mode.MIN_LATENCY : Mode.ASYNC);
    }

    public EngineOptions engine(Policy policy, Mode firstMode) {
        return EngineOptions.of(policy, firstMode, threads.requests());
    }

    public Threads threads() {
        return threads.threads();
    }

    /** @throws UserException when an option makes no sense or the body model cannot be read */
    public PeopleOptions people(float minPresence) {
        if (detectEvery < 0) {
            throw new UserException("--detect-every " + detectEvery + " is not a number of frames");
        }
        PeopleOptions defaults = PeopleOptions.defaults();
        return new PeopleOptions(minPresence, Math.max(minPresence, defaults.minNewcomer()), detectEvery,
                defaults.maxPeople(),
                noTrack ? Optional.empty() : defaults.tracker(),
                noSmooth || noTrack ? Optional.empty() : defaults.smoothing(),
                lens(), body());
    }

    /** @throws UserException when the body model cannot be read */
    public Optional<BodyModel> body() {
        if (noBody) {
            require(body == null, "--body and --no-body say different things; give one of them");
            return Optional.empty();
        }
        return Optional.of(body == null ? DefaultBody.read() : BodyModelReader.read(body));
    }

    private Lens lens() {
        if (focal != null && fieldOfView != null) {
            throw new UserException("--fx and --fov say the same thing; give one of them");
        }
        if (focal != null) {
            require(focal > 0, "--fx " + focal + " is not a focal length");
            return new Lens.Focal(focal);
        }
        if (fieldOfView != null) {
            require(fieldOfView > 0 && fieldOfView < 180, "--fov " + fieldOfView + " is not between 0 and 180");
            return new Lens.FieldOfView(fieldOfView);
        }
        return Lens.DEFAULT;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new UserException(message);
        }
    }
}
