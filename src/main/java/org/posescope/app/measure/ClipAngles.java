package org.posescope.app.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

import org.posescope.body.BodyModel;
import org.posescope.body.floor.FloorFit;
import org.posescope.body.floor.Ground;
import org.posescope.body.math.Rotation;
import org.posescope.pipeline.kept.FoundFrame;

/**
 * Angles of what is kept of a clip. A frame is measured once, and all anew when the floor turns out to be another. Used by one thread at a
 * time.
 */
final class ClipAngles {
    /** The floor is looked for again when so many times the frames are known. */
    private static final double MORE = 1.25;
    private static final double NOTICED_DEGREES = 0.2;

    private final Optional<BodyModel> model;
    private IdentityHashMap<Object, FrameAngles> measured = new IdentityHashMap<>();
    /** By which the frames were measured. */
    private Ground ground = new Ground(Ground.LEVEL, 0);
    private Optional<Ground> floor = Optional.empty();
    private int fitted;

    /** @param model whose parameters people have; empty: the camera is taken to be level */
    ClipAngles(Optional<BodyModel> model) {
        this.model = model;
    }

    /** @param frames in the order of time */
    AngleSeries of(List<FoundFrame> frames, Collection<Curve> wanted) {
        if (frames.size() >= MORE * fitted || frames.size() * MORE < fitted) {
            fitted = frames.size();
            floor(frames);
        }
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
        AngleSeries series = AngleSeries.of(all, wanted, level);
        return floor.map(series::above).orElse(series);
    }

    private void floor(List<FoundFrame> frames) {
        floor = model.flatMap(body -> {
            FloorFit fit = new FloorFit(body);
            frames.forEach(frame -> fit.add(frame.positionMicros(), frame.people().get()));
            return fit.ground();
        });
        floor.ifPresent(found -> {
            double cosine = Math.clamp(found.up().dot(ground.up()), -1, 1);
            if (Math.toDegrees(Math.acos(cosine)) > NOTICED_DEGREES) {
                measured.clear();
                ground = found;
            }
        });
    }
}
