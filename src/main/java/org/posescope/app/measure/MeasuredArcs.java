package org.posescope.app.measure;

import java.util.List;
import java.util.function.Function;

import org.posescope.body.math.Rotation;
import org.posescope.draw.angle.AngleReading;
import org.posescope.draw.angle.ArcChoice;
import org.posescope.pose.Person;

/**
 * The angles of people in a frame that are looked at. For any thread.
 *
 * @param curves whose and which; none while the page is closed
 * @param level  turns from the axes of the camera to upright ones
 */
record MeasuredArcs(List<Curve> curves, Rotation level) implements Function<Person, List<AngleReading>> {
    static final MeasuredArcs NONE = new MeasuredArcs(List.of(), Rotation.IDENTITY);

    @Override
    public List<AngleReading> apply(Person person) {
        List<Curve> own = curves.stream().filter(each -> each.covers(person.id(), each.angle())).toList();
        return own.isEmpty()
                ? List.of()
                : new ArcChoice(own.stream().map(Curve::angle).distinct().toList()).of(person, level);
    }
}
