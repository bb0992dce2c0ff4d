package org.posescope.report;

import java.util.List;
import java.util.Optional;

import org.posescope.pipeline.Policy;
import org.posescope.pipeline.metrics.Mode;
import org.posescope.pipeline.people.Networks;
import org.posescope.pipeline.people.Threads;
import org.posescope.plan.Plan;

/**
 * What is known of a run besides its figures.
 *
 * @param recording of the pictures; empty when none were written
 * @param camera    as it was known at the end; empty where nobody was placed
 */
public record RunDescription(Policy policy, Plan plan, List<RunReport.Model> models, int requests, int streams,
        Optional<Recording> recording, Optional<CameraReport> camera, List<String> warnings, String version) {
    /** Of a run that writes no pictures and has nothing to warn of. */
    public static RunDescription of(Plan plan, Networks networks, Policy policy, Mode mode, String version) {
        Threads threads = Threads.of(plan.machine());
        return new RunDescription(policy, plan,
                networks.files().stream().map(file -> RunReport.Model.of(file.card(), threads.alone(mode))).toList(),
                plan.machine().framesInFlight(), threads.streams(), Optional.empty(), Optional.empty(), List.of(),
                version);
    }

    public RunDescription with(Optional<Recording> newRecording, List<String> newWarnings) {
        return new RunDescription(policy, plan, models, requests, streams, newRecording, camera, newWarnings, version);
    }

    public RunDescription withCamera(Optional<CameraReport> newCamera) {
        return new RunDescription(policy, plan, models, requests, streams, recording, newCamera, warnings, version);
    }

    /**
     * How the pictures were written.
     *
     * @param video    the encoder, or the format of images
     * @param audio    the codec of the sound, or why there is none; empty where there could be none
     * @param overflow pictures left out because the encoder did not keep up with a camera
     */
    public record Recording(String video, Optional<String> audio, long overflow) {}
}
