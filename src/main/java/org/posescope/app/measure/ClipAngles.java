package org.posescope.app.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

import org.posescope.body.BodyModel;
import org.posescope.body.floor.Ground;
import org.posescope.body.math.Rotation;
import org.posescope.pipeline.kept.FoundFrame;

/**
 * Angles of what is kept of a clip. A frame is measured once, and all anew when the floor turns out to be another. Used by one thread at a
 * time.
 */
final class ClipAngles {
    private static final double NOTICED_DEGREES = 0.2;

    private final Optional<ClipFloor> floor;
    private IdentityHashMap<Object, FrameAngles> measured = new IdentityHashMap<>();
    /** By which the frames were measured. */
    private Ground ground = new Ground(Ground.LEVEL, 0);

    /** @param model whose parameters people have; empty: the camera is taken to be level */
    ClipAngles(Optional<BodyModel> model) {
        this.floor = model.map(ClipFloor::new);
    }

    /** @param frames in the order of time */
    AngleSeries of(List<FoundFrame> frames, Collection<Curve> wanted) {
        FloorFacts facts = floor.map(each -> each.of(frames)).orElse(FloorFacts.NONE);
        follow(facts.ground());
        Rotation level = ground.upright();
        IdentityHashMap<Object, FrameAngles> kept = new IdentityHashMap<>();
        List<FrameAngles> all = new ArrayList<>(frames.size());
        for (FoundFrame frame : frames) {
            FrameAngles known = measured.get(frame.finding());
            FrameAngles angles = known == null
                    ? FrameAngles.of(frame.positionMicros(), frame.people().get(), level)
                    : known;
            kept.put(frame.finding(), angles);
            all.add(angles.renamed(frame.identity()));
        }
        measured = kept;
        return AngleSeries.of(all, wanted, level).above(facts);
    }

    private void follow(Optional<Ground> found) {
        found.filter(now -> now.turnFrom(ground) > NOTICED_DEGREES).ifPresent(now -> {
            measured.clear();
            ground = now;
        });
    }
}
