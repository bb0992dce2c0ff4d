package org.posescope.testkit;

import java.util.List;

import org.posescope.plan.Plan;

/** Plans by the names of their networks. */
public final class Plans {
    private Plans() {}

    /** @param detector empty: the preset's; likewise {@code pose} */
    public static Plan of(String preset, String detector, String pose) {
        Plan usual = Plan.DEFAULT;
        return usual.withNetworks(usual.networks().withPreset(preset).withDetector(detector)
                .withModels(pose.isEmpty() ? List.of() : List.of(pose)));
    }
}
