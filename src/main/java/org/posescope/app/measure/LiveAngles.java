package org.posescope.app.measure;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.posescope.body.BodyModel;
import org.posescope.body.floor.FloorEstimator;
import org.posescope.body.floor.Ground;
import org.posescope.body.floor.Standing;
import org.posescope.body.math.Rotation;
import org.posescope.pipeline.kept.FoundPeople;

/** Angles of the last seconds of what comes from a camera. Used by one thread at a time. */
final class LiveAngles {
    static final long KEPT_MICROS = 30_000_000;

    private final FloorEstimator floor;
    private final Deque<FrameAngles> frames = new ArrayDeque<>();
    private Optional<Ground> ground = Optional.empty();

    /** @param model whose parameters people have; empty: their joints tell where the floor is */
    LiveAngles(Optional<BodyModel> model) {
        floor = new FloorEstimator(model);
    }

    /** @param news frames since the last call, in the order of time; a step back begins anew */
    AngleSeries of(List<FoundPeople> news, Collection<Curve> wanted) {
        for (FoundPeople frame : news) {
            long now = frame.positionMicros();
            if (!frames.isEmpty() && now <= frames.getLast().micros()) {
                frames.clear();
            }
            ground = floor.at(frame.people(), now).map(Standing::ground).or(() -> ground);
            frames.add(FrameAngles.of(now, frame.people(), level()));
            while (now - frames.getFirst().micros() > KEPT_MICROS) {
                frames.removeFirst();
            }
        }
        return AngleSeries.of(List.copyOf(frames), wanted, level()).above(new FloorFacts(ground, Map.of()));
    }

    private Rotation level() {
        return ground.map(Ground::upright).orElse(Rotation.IDENTITY);
    }
}
