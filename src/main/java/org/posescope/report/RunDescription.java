package org.posescope.report;

import java.util.List;
import java.util.Optional;

import org.posescope.pipeline.Policy;

/** What is known of a run besides its figures. */
public record RunDescription(Policy policy, String preset, List<RunReport.Model> models, int requests, int streams,
        Optional<String> video, List<String> warnings, String version) {}
