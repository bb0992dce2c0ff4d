package org.posescope.measure.length;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.posescope.body.floor.Ground;
import org.posescope.body.math.Vec3;
import org.posescope.pose.Box;
import org.posescope.pose.Camera;
import org.posescope.pose.Person;

/** A straight line that is drawn into a picture, pixels of the source frame. */
public record PictureLine(double fromX, double fromY, double toX, double toY) {
    /** Farther away a pixel is so long that no floor can be measured: how much a line of sight has to go down on a metre. */
    private static final double LEAST_FALL = 0.02;

    /** @throws IllegalArgumentException when a number is not finite */
    public PictureLine {
        if (!Double.isFinite(fromX + fromY + toX + toY)) {
            throw new IllegalArgumentException("a line to nowhere");
        }
    }

    /** Pixels. */
    public double pixels() {
        return Math.hypot(toX - fromX, toY - fromY);
    }

    /** Metres between what is seen at its ends, where both are so many metres in front of the camera. */
    public double atDepth(double depth, Camera camera) {
        return pixels() * depth / camera.focal();
    }

    /** Metres between what is seen at its ends, where both are on the floor; empty where one is not below the horizon. */
    public OptionalDouble onFloor(Ground floor, Camera camera) {
        Optional<Vec3> from = onFloor(fromX, fromY, floor, camera);
        Optional<Vec3> to = onFloor(toX, toY, floor, camera);
        return from.isPresent() && to.isPresent()
                ? OptionalDouble.of(from.get().distance(to.get()))
                : OptionalDouble.empty();
    }

    private static Optional<Vec3> onFloor(double x, double y, Ground floor, Camera camera) {
        Vec3 sight = new Vec3((x - camera.centerX()) / camera.focal(), (y - camera.centerY()) / camera.focal(), 1)
                .unit();
        double fall = -floor.up().dot(sight);
        return fall < LEAST_FALL || floor.height() <= 0
                ? Optional.empty()
                : Optional.of(sight.times(floor.height() / fall));
    }

    /** Whoever is nearest to the middle of it in the picture; of several in whose boxes it is, whose box is the smallest. */
    public Optional<Person> nearest(List<Person> people) {
        double x = (fromX + toX) / 2;
        double y = (fromY + toY) / 2;
        return people.stream().min(Comparator.<Person>comparingDouble(person -> distance(person.box(), x, y))
                .thenComparingDouble(person -> person.box().area()));
    }

    private static double distance(Box box, double x, double y) {
        return Math.hypot(Math.max(0, Math.max(box.x() - x, x - box.right())),
                Math.max(0, Math.max(box.y() - y, y - box.bottom())));
    }
}
