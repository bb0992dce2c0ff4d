package org.posescope.pipeline.people;

import java.util.Optional;

import org.posescope.body.BodyModel;
import org.posescope.track.SmoothingSettings;
import org.posescope.track.TrackerSettings;

/**
 * How people are found and followed.
 *
 * @param minPresence 0..1, how sure the pose network must be that a person is there
 * @param minNewcomer 0..1, how sure the detector must be of somebody who comes into a moving picture; in a still picture, which
 *                    gets no second look, whatever the detector gives counts
 * @param detectEvery the detector looks at every so many frames; 0 chooses by the frame rate, or there is no detector
 * @param maxPeople   the most people of one frame, where each takes time of their own
 * @param batch       the most people that one call of a pose network is for
 * @param tracker     empty: no identities, everybody has id 0
 * @param smoothing   empty: what the networks say, unchanged
 * @param lens        what is known of the camera
 * @param body        is fitted to everybody; empty: people get no body
 */
public record PeopleOptions(float minPresence, float minNewcomer, int detectEvery, int maxPeople, int batch,
        Optional<TrackerSettings> tracker,
        Optional<SmoothingSettings> smoothing, Lens lens, Optional<BodyModel> body) {
    private static final int USUAL_BATCH = 32;

    /** With batches of the usual size. */
    public PeopleOptions(float minPresence, float minNewcomer, int detectEvery, int maxPeople,
            Optional<TrackerSettings> tracker, Optional<SmoothingSettings> smoothing, Lens lens,
            Optional<BodyModel> body) {
        this(minPresence, minNewcomer, detectEvery, maxPeople, USUAL_BATCH, tracker, smoothing, lens, body);
    }

    public static PeopleOptions defaults() {
        return new PeopleOptions(0.5f, 0.6f, 0, 32, Optional.of(TrackerSettings.defaults()),
                Optional.of(SmoothingSettings.defaults()), Lens.DEFAULT, Optional.empty());
    }

    public PeopleOptions withSmoothing(Optional<SmoothingSettings> newSmoothing) {
        return new PeopleOptions(minPresence, minNewcomer, detectEvery, maxPeople, batch, tracker, newSmoothing, lens,
                body);
    }

    /** For pictures each of which is a world of its own, and for points in them only: no identities, smoothing or bodies. */
    public static PeopleOptions ofStills(float minPresence, int maxPeople, int batch) {
        return new PeopleOptions(minPresence, 0, 0, maxPeople, batch, Optional.empty(), Optional.empty(), Lens.DEFAULT,
                Optional.empty());
    }
}
