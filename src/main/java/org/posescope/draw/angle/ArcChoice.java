package org.posescope.draw.angle;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.posescope.body.math.Rotation;
import org.posescope.error.UserException;
import org.posescope.measure.angle.PoseAngle;
import org.posescope.measure.angle.PoseAngles;
import org.posescope.pose.Person;

/** Angles of everybody that are drawn into pictures. */
public record ArcChoice(List<PoseAngle> angles) {
    public ArcChoice {
        angles = List.copyOf(angles);
    }

    /**
     * Those of a list as written on the command line: angles ({@code left_knee_flexion}), joints of one side ({@code left_hip}) or of both
     * ({@code knee}), by commas.
     *
     * @throws UserException when one is neither
     */
    public static ArcChoice parse(String list) {
        Set<PoseAngle> chosen = new LinkedHashSet<>();
        for (String name : list.split(",", -1)) {
            String wanted = name.strip().toLowerCase(Locale.ROOT);
            List<PoseAngle> meant = Arrays.stream(PoseAngle.values()).filter(angle -> isMeant(angle, wanted)).toList();
            if (meant.isEmpty()) {
                throw new UserException(
                        "there is no angle \"" + name.strip() + "\"; name joints or angles by commas, such as "
                                + "knee, left_elbow or right_hip_flexion");
            }
            chosen.addAll(meant);
        }
        return new ArcChoice(List.copyOf(chosen));
    }

    private static boolean isMeant(PoseAngle angle, String wanted) {
        String ofBoth = angle.id().replaceFirst("^(left|right)_", "");
        return angle.id().equals(wanted) || ofBoth.equals(wanted)
                || (!List.of("left", "right").contains(wanted)
                        && (angle.id().startsWith(wanted + "_") || ofBoth.startsWith(wanted + "_")));
    }

    /**
     * What they are of somebody; empty where there is no body.
     *
     * @param level turns from the axes of the camera to those of one that is held level
     */
    public List<AngleReading> of(Person person, Rotation level) {
        if (person.body().isEmpty()) {
            return List.of();
        }
        Map<PoseAngle, Double> all = PoseAngles.seen(person.body().get(), level);
        return angles.stream().map(angle -> new AngleReading(angle, all.get(angle))).toList();
    }
}
