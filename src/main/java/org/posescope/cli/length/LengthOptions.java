package org.posescope.cli.length;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.posescope.error.UserException;
import org.posescope.measure.length.KnownLength;
import org.posescope.measure.length.LengthPlane;
import org.posescope.measure.length.PictureLine;
import org.posescope.plan.Plan.Place;

import picocli.CommandLine.Option;

/** A line in the picture of which the user knows how long it is. */
public final class LengthOptions {
    private static final String NUMBER = "\\s*(-?\\d+(?:\\.\\d+)?)\\s*";
    private static final Pattern FORM = Pattern.compile(
            NUMBER + "," + NUMBER + "," + NUMBER + "," + NUMBER + "=\\s*(\\d+(?:\\.\\d+)?)\\s*m?\\s*");
    private static final int METRES = 5;

    @Option(names = "--length", paramLabel = "X1,Y1,X2,Y2=METRES",
            description = "how long a line in the picture is, from pixel to pixel: sizes, distances and speeds get the scale of "
                    + "it. A few seconds of the clip are looked at first to measure it")
    private String length;

    @Option(names = "--length-on", paramLabel = "person|floor",
            description = "where that line lies: as far away as the person next to it (default), or on the floor people stand on")
    private String plane;

    @Option(names = "--length-at", paramLabel = "SECONDS",
            description = "at which place of the clip it is as far away as that person (default: 0)")
    private Double at;

    /**
     * The line, if there is one.
     *
     * @param place that it becomes part of
     * @throws UserException when an option makes no sense
     */
    public Optional<KnownLength> known(Place place) {
        if (length == null) {
            require(plane == null && at == null, "--length-on and --length-at are of a --length");
            return Optional.empty();
        }
        require(place.height() == 0, "--length and --height both say how large people are; give one of them");
        require(place.fitsBodies(), "--length is measured by bodies; leave out --no-body");
        Matcher form = FORM.matcher(length);
        require(form.matches(), "--length " + length + " is not of the form X1,Y1,X2,Y2=METRES");
        require(at == null || (at >= 0 && Double.isFinite(at)), "--length-at " + at + " is not a place in a clip");
        double metres = number(form, METRES);
        require(metres >= KnownLength.LEAST_METRES && metres <= KnownLength.MOST_METRES,
                "--length " + length + " is not between " + KnownLength.LEAST_METRES + " and "
                        + KnownLength.MOST_METRES + " metres");
        PictureLine line = new PictureLine(number(form, 1), number(form, 2), number(form, 3), number(form, 4));
        require(line.pixels() >= 1, "--length " + length + " ends where it begins");
        return Optional.of(new KnownLength(line, metres, plane(), at == null ? 0 : at));
    }

    private static double number(Matcher form, int group) {
        return Double.parseDouble(form.group(group));
    }

    private LengthPlane plane() {
        return switch (plane == null ? "person" : plane) {
            case "person" -> LengthPlane.PERSON;
            case "floor" -> LengthPlane.FLOOR;
            default -> throw new UserException("--length-on " + plane + " is neither person nor floor");
        };
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new UserException(message);
        }
    }
}
