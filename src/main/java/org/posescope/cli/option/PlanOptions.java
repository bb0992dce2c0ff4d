package org.posescope.cli.option;

import java.nio.file.Path;
import java.util.Optional;

import org.posescope.error.UserException;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.plan.Plan;
import org.posescope.plan.Plan.Following;
import org.posescope.plan.Plan.Machine;
import org.posescope.plan.Plan.Place;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is to be found, and how the pipeline works. */
public final class PlanOptions {
    @Mixin
    private NetworkOptions networks;

    @Option(names = "--mode", paramLabel = "MODE", converter = ModeConverter.class,
            description = "min-latency (one frame in flight, all threads on it) or async "
                    + "(several in flight); default: async for files, min-latency for cameras and streams")
    private Mode mode;

    @Mixin
    private ThreadOptions threads;

    @Option(names = "--detect-every", paramLabel = "K", defaultValue = "0",
            description = "look for newcomers at every so many "
                    + "frames (default: twice a second, once where it is calm)")
    private int detectEvery;

    @Option(names = "--no-track", description = "no identities: everybody has id 0")
    private boolean noTrack;

    @Option(names = "--no-smooth", description = "leave motion as the networks give it")
    private boolean noSmooth;

    @Option(names = "--background",
            description = "of single pictures, keep people who are far behind the others and too small to be measured: "
                    + "under 60 pixels and a third of the largest body (default: they are left out)")
    private boolean background;

    @Option(names = "--fx", paramLabel = "PIXELS", description = "focal length of the camera in pixels")
    private Double focal;

    @Option(names = "--fov", paramLabel = "DEGREES",
            description = "angle that the longer side of the picture covers (default: estimated from the picture's "
                    + "EXIF data or the people's proportions, beginning with 60)")
    private Double fieldOfView;

    @Option(names = "--height", paramLabel = "METRES",
            description = "how tall the people are, if that is known: sizes and distances get the scale of it")
    private Double height;

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

    /** @throws UserException when an option makes no sense */
    public Plan plan() {
        require(detectEvery >= 0, "--detect-every " + detectEvery + " is not a number of frames");
        Plan usual = networks.plan();
        return new Plan(usual.networks(), new Following(usual.following().threshold(), detectEvery, !noTrack, !noSmooth,
                usual.following().maxPeople(), background), place(), threads.machine());
    }

    private Place place() {
        require(body == null || !noBody, "--body and --no-body say different things; give one of them");
        require(height == null || !noBody, "--height is that of a body; leave out --no-body");
        require(height == null || (height >= Place.LEAST_HEIGHT && height <= Place.MOST_HEIGHT),
                "--height " + height + " is not between " + Place.LEAST_HEIGHT + " and " + Place.MOST_HEIGHT
                        + " metres");
        require(focal == null || fieldOfView == null, "--fx and --fov say the same thing; give one of them");
        require(focal == null || (focal > 0 && Double.isFinite(focal)), "--fx " + focal + " is not a focal length");
        require(fieldOfView == null || (fieldOfView > 0 && fieldOfView < 180),
                "--fov " + fieldOfView + " is not between 0 and 180");
        return new Place(fieldOfView == null ? Place.DEFAULT.fieldOfView() : fieldOfView,
                focal == null ? Place.DEFAULT.focal() : focal, focal == null && fieldOfView == null, !noBody,
                height == null ? 0 : height, 0, Optional.ofNullable(body));
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new UserException(message);
        }
    }

    /** How the work is shared out over the machine. */
    public static final class ThreadOptions {
        @Option(names = "--nireq", paramLabel = "N",
                description = "frames in flight in async mode (default: cores + 2)")
        private Integer requests;

        @Option(names = "--nstreams", paramLabel = "N",
                description = "copies of a network that work side by side (default: cores)")
        private Integer streams;

        @Option(names = "--nthreads", paramLabel = "N",
                description = "threads of a network that is run alone (default: as many as make it faster on this machine, at most "
                        + "all cores but one; measured once)")
        private Integer threads;

        /** @throws UserException when an option is less than 1 */
        public Machine machine() {
            return new Machine(positive("--nthreads", threads), positive("--nstreams", streams),
                    positive("--nireq", requests), Machine.DEFAULT.batch());
        }

        /** 0 where nothing is said. */
        private static int positive(String option, Integer given) {
            if (given != null && given < 1) {
                throw new UserException(option + " " + given + " is less than 1");
            }
            return given == null ? 0 : given;
        }
    }
}
