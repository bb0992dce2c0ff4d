package org.posescope.app.settings;

import java.util.List;

import org.posescope.model.NetworkRuntime;
import org.posescope.plan.Plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads what settings files of version 0.1.0 say of the pipeline, in place of a plan. */
final class OldPipeline {
    static final String NAME = "pipeline";

    private OldPipeline() {}

    /** @throws IllegalArgumentException when a value is out of its range */
    static Plan plan(ObjectNode old) {
        Plan usual = Plan.DEFAULT;
        String pose = old.path("pose").asText();
        Plan plan = usual
                .withNetworks(usual.networks().withPreset(text(old.path("preset"), usual.networks().preset()))
                        .withDetector(old.path("detector").asText())
                        .withModels(pose.isEmpty() ? List.of() : List.of(pose))
                        .withRuntime(NetworkRuntime.ofLabel(old.path("engine").asText()))
                        .withDevice(text(old.path("device"), usual.networks().device())))
                .withMachine(usual.machine().withThreads(old.path("threads").asInt()))
                .withPlace(usual.place().withLens(
                        old.path("fieldOfView").asDouble(usual.place().fieldOfView()), old.path("focal").asDouble()))
                .withFollowing(usual.following().withSmoothing(old.path("smoothing").asBoolean(true)));
        return old.path("threshold").isNumber()
                ? plan.withFollowing(plan.following().withThreshold(old.path("threshold").asDouble()))
                : plan;
    }

    private static String text(JsonNode node, String otherwise) {
        return node.asText().isBlank() ? otherwise : node.asText();
    }
}
