package org.posescope.record.live;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.posescope.body.BodyModel;
import org.posescope.body.floor.FloorEstimator;
import org.posescope.body.floor.Standing;
import org.posescope.body.math.Vec3;
import org.posescope.frame.Frame;
import org.posescope.pose.Person;
import org.posescope.record.Coordinates;
import org.posescope.record.motion.MotionFrame;

/** Bodies on the floor, y up, while frames come. Used by one thread at a time. */
final class UprightPeople {
    private final BodyModel model;
    private final Optional<FloorEstimator> floor;

    /**
     * @param model       whose parameters people have
     * @param coordinates of the people; those of a camera are stood on the floor that is found
     */
    UprightPeople(BodyModel model, Coordinates coordinates) {
        this.model = model;
        this.floor = coordinates == Coordinates.CAMERA
                ? Optional.of(new FloorEstimator(Optional.of(model)))
                : Optional.empty();
    }

    /** By identity, those of the next frame who have a body. */
    SortedMap<Integer, MotionFrame> at(Frame frame, List<Person> people) {
        Optional<Standing> floorNow = floor.flatMap(each -> each.at(people, frame.ptsMicros()));
        List<Person> standing = floorNow.map(each -> each.atCamera(people, Optional.of(model))).orElse(people);
        double cameraHeight = floorNow.map(each -> each.ground().height()).orElse(0.0);
        SortedMap<Integer, MotionFrame> bodies = new TreeMap<>();
        standing.forEach(person -> person.body().map(body -> MotionFrame.of(model, body)).ifPresent(body -> bodies
                .putIfAbsent(person.id(),
                        new MotionFrame(body.rotations(), body.pelvis().plus(cameraHeight, Vec3.Y)))));
        return Collections.unmodifiableSortedMap(bodies);
    }
}
