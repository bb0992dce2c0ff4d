package org.posescope.report;

import java.util.List;
import java.util.Optional;

import org.posescope.pipeline.Policy;

/**
 * What is known of a run besides its figures.
 *
 * @param recording of the pictures; empty when none were written
 */
public record RunDescription(Policy policy, String preset, List<RunReport.Model> models, int requests, int streams,
        Optional<Recording> recording, List<String> warnings, String version) {

    /**
     * How the pictures were written.
     *
     * @param video    the encoder, or the format of images
     * @param audio    the codec of the sound, or why there is none; empty where there could be none
     * @param overflow pictures left out because the encoder did not keep up with a camera
     */
    public record Recording(String video, Optional<String> audio, long overflow) {}
}
