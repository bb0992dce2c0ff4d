package org.posescope.pipeline.people.sighting;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;

import org.posescope.detect.Detection;
import org.posescope.frame.Region;
import org.posescope.pipeline.people.sighting.RegionSearch.Eyes;
import org.posescope.pipeline.people.sighting.RegionSearch.Look;
import org.posescope.pipeline.people.sighting.Sighting.Evidence;
import org.posescope.pipeline.people.sighting.Sighting.Scoring;
import org.posescope.pose.Box;
import org.posescope.pose.topdown.PoseObservation;

/** Asks once more whether somebody is there whom a look showed. */
final class SecondLook {
    /** A pose that fills so little of a box is hardly of whom a detector saw there, and one that fills so much is. */
    private static final float UNFIT = 0.3f;
    private static final float FITS = 0.5f;

    private final Eyes eyes;
    private final Scoring scoring;

    SecondLook(Eyes eyes, Scoring scoring) {
        this.eyes = eyes;
        this.scoring = scoring;
    }

    /** A box in which a look showed somebody who does not fill it is the box of whoever fills it and has none. */
    List<Look> boxed(List<Look> looks) {
        List<Look> boxed = new ArrayList<>(looks);
        looks.stream().filter(each -> each.found().box().isPresent() && each.sighting().evidence().fit() < UNFIT)
                .forEach(empty -> boxed.stream().filter(each -> each.found().box().isEmpty()
                        && in(empty.found(), each).sighting().evidence().fit() >= FITS).findFirst()
                        .ifPresent(owner -> {
                            boxed.set(boxed.indexOf(owner), in(empty.found(), owner));
                            boxed.remove(empty);
                        }));
        return boxed;
    }

    private Look in(Detection boxed, Look look) {
        Detection found = new Detection(look.found().region(), boxed.score(), boxed.box());
        return new Look(found, found, look.sighting().with(Evidence.of(found, look.sighting().person(), eyes.frame())));
    }

    /** Of whom one detector says alone that they are there, a look in a mirror tells how sure the pose network is. */
    List<Look> mirrored(List<Look> looks) {
        if (scoring == Scoring.BY_POSE) {
            return looks;
        }
        List<Region> mirrored = looks.stream().filter(each -> !each.aligned().turned())
                .map(each -> mirrored(each.sighting().region())).toList();
        Iterator<PoseObservation> seen = eyes.look(eyes.frame(), mirrored).iterator();
        return looks.stream().map(each -> each.aligned().turned()
                ? each
                : each.with(each.sighting().doubted(seen.next().person().score()).evidence())).toList();
    }

    private static Region mirrored(Region region) {
        return new Region(region.centerX(), region.centerY(), -region.width(), region.height(), region.rotation());
    }

    /** Of whom it is not certain that they are there, a closer look of the detector counts as much as its first one. */
    List<Look> closer(List<Look> looks) {
        return looks.stream()
                .map(each -> scoring == Scoring.BY_POSE || each.sighting().certain(scoring) ? each : closer(each))
                .toList();
    }

    private Look closer(Look look) {
        Sighting sighting = look.sighting();
        Box place = look.found().box()
                .orElseGet(() -> sighting.person().box().clip(eyes.frame().width(), eyes.frame().height()));
        OptionalDouble closer = eyes.detector().closer(eyes.frame(), place, eyes.steps());
        return closer.isPresent() ? look.with(sighting.evidence().mean((float) closer.getAsDouble())) : look;
    }
}
