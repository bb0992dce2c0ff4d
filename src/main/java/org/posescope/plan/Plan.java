package org.posescope.plan;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

import org.posescope.pose.Lens;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Everything that decides what is found in the frames of a source. All defaults stand in {@link #DEFAULT}.
 *
 * @param networks  which networks look at the frames, and how they are run
 * @param following how people are found and followed
 * @param place     what is known of the camera and of bodies, which put people into space
 * @param machine   how the work is shared out
 */
public record Plan(@JsonProperty("networks") NetworkChoice networks, @JsonProperty("following") Following following,
        @JsonProperty("place") Place place, @JsonProperty("machine") Machine machine) {
    public static final Plan DEFAULT = new Plan(NetworkChoice.DEFAULT, Following.DEFAULT, Place.DEFAULT,
            Machine.DEFAULT);

    /** @throws IllegalArgumentException when a part is missing */
    public Plan {
        if (networks == null || following == null || place == null || machine == null) {
            throw new IllegalArgumentException("a plan needs all of its parts");
        }
    }

    public Plan withNetworks(NetworkChoice newNetworks) {
        return new Plan(newNetworks, following, place, machine);
    }

    /** Another preset with its own models, and the threshold that is usual for them. */
    public Plan withPreset(String preset) {
        return new Plan(networks.withPreset(preset), following.withUsualThreshold(), place, machine);
    }

    public Plan withFollowing(Following newFollowing) {
        return new Plan(networks, newFollowing, place, machine);
    }

    public Plan withPlace(Place newPlace) {
        return new Plan(networks, following, newPlace, machine);
    }

    /** The same where a window is drawn meanwhile. */
    public Plan besideWindow() {
        return withMachine(machine.besideWindow(Runtime.getRuntime().availableProcessors()));
    }

    public Plan withMachine(Machine newMachine) {
        return new Plan(networks, following, place, newMachine);
    }

    /**
     * How people are found and followed from frame to frame.
     *
     * @param threshold   0..1, least score of a person; empty: what is usual for the networks
     * @param detectEvery the detector looks at every so many frames; 0: twice a second, or once where nobody came or went for a while
     * @param track       whether people get identities; without them everybody has id 0
     * @param smooth      whether their motion is smoothed, which needs identities
     * @param maxPeople   the most people of one frame, where each takes time of their own
     * @param background  whether those in single pictures are kept who are far behind the others and too small to be measured
     */
    public record Following(@JsonProperty("threshold") OptionalDouble threshold,
            @JsonProperty("detect_every") int detectEvery, @JsonProperty("track") boolean track,
            @JsonProperty("smooth") boolean smooth, @JsonProperty("max_people") int maxPeople,
            @JsonProperty("background") boolean background) {
        public static final Following DEFAULT = new Following(OptionalDouble.empty(), 0, true, true, 32, false);
        /** 0..1, how sure a detector must be of somebody who comes into a moving picture. */
        private static final float LEAST_NEWCOMER = 0.6f;

        /** @throws IllegalArgumentException when a number is out of its range */
        public Following {
            if (threshold.isPresent() && !(threshold.getAsDouble() >= 0 && threshold.getAsDouble() <= 1)) {
                throw new IllegalArgumentException(
                        "the threshold " + threshold.getAsDouble() + " is not between 0 and 1");
            }
            if (detectEvery < 0 || maxPeople < 1) {
                throw new IllegalArgumentException(
                        "a look every " + detectEvery + " frames at " + maxPeople + " people");
            }
        }

        /** How sure the networks must be that a person is there, 0..1. */
        public float minPresence(double usual) {
            return (float) threshold.orElse(usual);
        }

        /**
         * How sure the detector must be of somebody who comes into a moving picture, 0..1. In a still picture, which gets no second look,
         * whatever the detector gives counts.
         */
        public float minNewcomer(double usual) {
            return Math.max(minPresence(usual), LEAST_NEWCOMER);
        }

        /** Whether motion is smoothed. */
        public boolean smooths() {
            return smooth && track;
        }

        public Following withThreshold(double newThreshold) {
            return new Following(OptionalDouble.of(newThreshold), detectEvery, track, smooth, maxPeople, background);
        }

        public Following withUsualThreshold() {
            return new Following(OptionalDouble.empty(), detectEvery, track, smooth, maxPeople, background);
        }

        public Following withSmoothing(boolean wanted) {
            return new Following(threshold, detectEvery, track, wanted, maxPeople, background);
        }

        public Following withBackground(boolean kept) {
            return new Following(threshold, detectEvery, track, smooth, maxPeople, kept);
        }

        /** For pictures each of which is a world of its own: no identities, no smoothing, and nobody left out. */
        public Following ofStills(int newMaxPeople) {
            return new Following(threshold, 0, false, false, newMaxPeople, true);
        }
    }

    /**
     * What puts people into space: what is known of the camera, and the body that is fitted to them.
     *
     * @param fieldOfView degrees that the longer side of the picture covers, as 60 of webcams and phones; without effect beside a focal
     *                    length
     * @param focal       focal length, pixels; 0: not known
     * @param estimatesLens whether the field of view is only what is usual, and a better one is looked for: in the file of a picture, else in
     *                    the proportions of people
     * @param fitsBodies  whether everybody gets a body
     * @param height      how tall people are, metres; 0: not known, and they are taken as large as the network of their joints takes them
     * @param scale       by how much people are larger than they are taken to be without it, as a length that is known says; 0: not known
     * @param body        a body model in the SMPL format; empty: the program's own
     */
    public record Place(@JsonProperty("field_of_view") double fieldOfView, @JsonProperty("focal") double focal,
            @JsonProperty("estimates_lens") boolean estimatesLens, @JsonProperty("fits_bodies") boolean fitsBodies,
            @JsonProperty("height") double height, @JsonProperty("scale") double scale,
            @JsonProperty("body") Optional<Path> body) {
        /** Nobody who walks is smaller or taller, metres. */
        public static final double LEAST_HEIGHT = 0.5;
        public static final double MOST_HEIGHT = 2.6;
        /** Nobody is taken for smaller or larger by more. */
        public static final double LEAST_SCALE = 0.4;
        public static final double MOST_SCALE = 2.5;
        public static final Place DEFAULT = new Place(60, 0, true, true, 0, 0, Optional.empty());

        /** @throws IllegalArgumentException when a number is out of its range */
        public Place {
            if (!(fieldOfView > 0 && fieldOfView < 180)) {
                throw new IllegalArgumentException("a field of view of " + fieldOfView + " is not between 0 and 180");
            }
            if (!(focal >= 0 && Double.isFinite(focal))) {
                throw new IllegalArgumentException("a focal length of " + focal);
            }
            if (height != 0 && !(height >= LEAST_HEIGHT && height <= MOST_HEIGHT)) {
                throw new IllegalArgumentException("a height of " + height + " m");
            }
            if (scale != 0 && !(scale >= LEAST_SCALE && scale <= MOST_SCALE)) {
                throw new IllegalArgumentException("a scale of " + scale);
            }
            if (scale != 0 && height != 0) {
                throw new IllegalArgumentException("a height and a scale, of which one follows from the other");
            }
        }

        /** A place of which the lens is known. */
        public Place(double fieldOfView, double focal, boolean fitsBodies, Optional<Path> body) {
            this(fieldOfView, focal, false, fitsBodies, 0, 0, body);
        }

        /** The lens that is known, or else what is usual. */
        public Lens lens() {
            return focal > 0 ? new Lens.Focal(focal) : new Lens.FieldOfView(fieldOfView);
        }

        /** With a lens that is known; nothing becomes known by what was there before. */
        public Place withLens(double newFieldOfView, double newFocal) {
            boolean same = newFieldOfView == fieldOfView && newFocal == focal;
            return new Place(newFieldOfView, newFocal, same && estimatesLens, fitsBodies, height, scale, body);
        }

        public Place withoutBodies() {
            return new Place(fieldOfView, focal, estimatesLens, false, 0, 0, body);
        }

        /** People who are so tall, metres; 0: that is not known. */
        public Place withHeight(double metres) {
            return new Place(fieldOfView, focal, estimatesLens, fitsBodies, metres, metres == 0 ? scale : 0, body);
        }

        /** People who are larger by so much; 0: that is not known. */
        public Place withScale(double factor) {
            return new Place(fieldOfView, focal, estimatesLens, fitsBodies, factor == 0 ? height : 0, factor, body);
        }
    }

    /**
     * How the work is shared out over the processors. 0 leaves a number to the machine.
     *
     * @param threads  of a network that is run alone
     * @param streams  copies of a network that work side by side
     * @param requests frames in flight in async mode
     * @param batch    the most people that one call of a pose network is for
     */
    public record Machine(@JsonProperty("threads") int threads, @JsonProperty("streams") int streams,
            @JsonProperty("requests") int requests, @JsonProperty("batch") int batch) {
        public static final Machine DEFAULT = new Machine(0, 0, 0, 32);

        /** @throws IllegalArgumentException when a number is negative, or there are no batches */
        public Machine {
            if (threads < 0 || streams < 0 || requests < 0 || batch < 1) {
                throw new IllegalArgumentException("no machine has " + threads + " threads, " + streams + " streams, "
                        + requests + " requests and batches of " + batch);
            }
        }

        /** Frames in flight in async mode: by itself two more than there are cores or streams. */
        public int framesInFlight() {
            return requests > 0 ? requests : Math.max(streams, Runtime.getRuntime().availableProcessors()) + 2;
        }

        public Machine withThreads(int newThreads) {
            return new Machine(newThreads, streams, requests, batch);
        }

        public Machine withBatch(int newBatch) {
            return new Machine(threads, streams, requests, newBatch);
        }

        /**
         * The same where a window is drawn meanwhile: by itself one core is left to it, because threads that have to share a core make each
         * other wait after every layer.
         */
        public Machine besideWindow(int cores) {
            return new Machine(threads, threads > 0 ? threads : Math.max(1, cores - 1), requests, batch);
        }
    }
}
