package org.posescope.measure.length;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.posescope.body.BodyModel;
import org.posescope.body.fit.BodyHeight;
import org.posescope.body.floor.FloorFit;
import org.posescope.body.floor.Ground;
import org.posescope.error.UserException;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Camera;
import org.posescope.pose.Person;

/**
 * Finds by how much people are larger than they are taken to be, from people around the moment at which a length is known. How large
 * somebody is is known better the longer they were seen, so that the last frame says how large they are, and the one of the line how
 * many times that they are away. Used by one thread at a time.
 */
public final class LengthCalibration {
    private static final double SECOND = 1e6;
    /** Nobody who was seen farther from the moment tells how far away a line is. */
    private static final double NEAR_SECONDS = 0.5;

    private final BodyHeight height;
    private final PersonDepth depth;
    private final FloorFit floor;
    private final List<Moment> moments = new ArrayList<>();
    private final Map<Integer, BodyParameters> last = new HashMap<>();

    private record Moment(long micros, List<Person> people, Camera camera) {
        double secondsFrom(double seconds) {
            return Math.abs(micros / SECOND - seconds);
        }
    }

    /**
     * What a line came to.
     *
     * @param metres as people were taken
     * @param scale  by how much they are larger
     * @param beside who told how far away it is; 0: the floor did
     */
    public record Calibration(double metres, double scale, int beside) {
        /** One sentence for the user. */
        public String sentence(KnownLength known) {
            return String.format(Locale.ROOT,
                    "the line of %.2f m came to %.2f m %s, so everybody is taken to be %.3f times as large and as far away",
                    known.metres(), metres,
                    known.plane() == LengthPlane.FLOOR ? "on the floor" : "as far away as person " + beside, scale);
        }
    }

    /** @param model whose parameters people have */
    public LengthCalibration(BodyModel model) {
        height = new BodyHeight(model);
        depth = new PersonDepth(Optional.of(model));
        floor = new FloorFit(model);
    }

    /** Takes the next frame in which people were placed. */
    public void add(long micros, List<Person> people, Camera camera) {
        floor.add(micros, people);
        moments.add(new Moment(micros, List.copyOf(people), camera));
        people.forEach(person -> person.body().ifPresent(body -> last.put(person.id(), body)));
    }

    /** @throws UserException when the line cannot be measured */
    public Calibration of(KnownLength known) {
        return known.plane() == LengthPlane.FLOOR ? onFloor(known) : besidePerson(known);
    }

    private Calibration onFloor(KnownLength known) {
        Ground ground = floor.ground().orElseThrow(() -> new UserException(String.format(Locale.ROOT,
                "nobody stood still around second %.2f, so that it is not known where the floor is that the line lies on",
                known.atSeconds())));
        Camera camera = nearest(known, moments).orElseThrow().camera();
        OptionalDouble metres = known.line().onFloor(ground, camera);
        return new Calibration(metres.orElseThrow(() -> new UserException(
                "an end of the line is not on the floor, which is below the horizon in the picture")),
                known.metres() / metres.getAsDouble(), 0);
    }

    private Calibration besidePerson(KnownLength known) {
        Moment moment = nearest(known, moments.stream().filter(each -> seen(each, known).person(depth).isPresent())
                .toList()).filter(each -> each.secondsFrom(known.atSeconds()) <= NEAR_SECONDS)
                .orElseThrow(() -> new UserException(String.format(Locale.ROOT,
                        "nobody is seen at second %.2f who tells how far away the line is",
                        known.atSeconds())));
        Person person = seen(moment, known).person(depth).orElseThrow();
        double metres = seen(moment, known).metres(LengthPlane.PERSON, depth).orElseThrow() * growth(person);
        return new Calibration(metres, known.metres() / metres, person.id());
    }

    private static SeenLine seen(Moment moment, KnownLength known) {
        return new SeenLine(known.line(), moment.people(), moment.camera(), Optional.empty());
    }

    private static Optional<Moment> nearest(KnownLength known, List<Moment> among) {
        return among.stream().min(Comparator.comparingDouble(each -> each.secondsFrom(known.atSeconds())));
    }

    /** How many times as large somebody is as they were taken to be in a frame. */
    private double growth(Person person) {
        return person.body().filter(_ -> person.id() > 0)
                .map(body -> height.of(PersonDepth.betas(last.get(person.id())))
                        / height.of(PersonDepth.betas(body)))
                .orElse(1.0);
    }
}
