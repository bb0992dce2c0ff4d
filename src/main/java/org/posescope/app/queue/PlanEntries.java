package org.posescope.app.queue;

import java.util.ArrayList;
import java.util.List;

import org.posescope.batch.Recipe;
import org.posescope.model.NetworkRuntime;
import org.posescope.plan.NetworkChoice;
import org.posescope.plan.Plan;
import org.posescope.plan.Plan.Following;
import org.posescope.plan.Plan.Place;

/** Writes a plan as options of {@code posescope run}, without those that say what is usual. */
final class PlanEntries {
    private final List<Recipe.Entry> entries = new ArrayList<>();

    private PlanEntries() {}

    static List<Recipe.Entry> of(Plan plan) {
        PlanEntries written = new PlanEntries();
        written.networks(plan.networks());
        written.following(plan.following());
        written.place(plan.place());
        return List.copyOf(written.entries);
    }

    private void networks(NetworkChoice networks) {
        NetworkChoice usual = NetworkChoice.DEFAULT;
        add(!networks.preset().equals(usual.preset()), "--preset", networks.preset());
        add(!networks.detector().isEmpty(), "--detector", networks.detector());
        networks.models().forEach(model -> add(true, "--model", model));
        networks.card().ifPresent(card -> add(true, "--card", card));
        networks.runtime().map(NetworkRuntime::label).ifPresent(runtime -> add(true, "--engine", runtime));
        add(networks.precision() != usual.precision(), "--precision", networks.precision().label());
        add(!networks.device().equals(usual.device()), "--device", networks.device());
        add(networks.flipTest(), "--flip-test", "");
        networks.inputHeight().ifPresent(height -> add(true, "--tsize", height));
    }

    private void following(Following following) {
        following.threshold().ifPresent(threshold -> add(true, "--threshold", threshold));
        add(following.detectEvery() > 0, "--detect-every", following.detectEvery());
        add(!following.track(), "--no-track", "");
        add(!following.smooth(), "--no-smooth", "");
        add(following.background(), "--background", "");
    }

    private void place(Place place) {
        add(place.focal() > 0, "--fx", place.focal());
        add(place.focal() == 0 && !place.estimatesLens(), "--fov", place.fieldOfView());
        place.body().filter(_ -> place.fitsBodies()).ifPresent(body -> add(true, "--body", body));
        add(!place.fitsBodies(), "--no-body", "");
    }

    private void add(boolean wanted, String option, Object value) {
        if (wanted) {
            entries.add(new Recipe.Entry(option, value.toString()));
        }
    }
}
