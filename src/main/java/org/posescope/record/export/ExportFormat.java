package org.posescope.record.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.posescope.error.UserException;
import org.posescope.record.FileNames;

/** The files that motion can be exported to. */
public enum ExportFormat {
    BVH("BVH"), GLB("glTF binary"), NPZ("SMPL parameters (AMASS)"), TRC("OpenSim markers"), MOT("OpenSim motion"),
    C3D("C3D points"), ANGLES_CSV("Joint angles"), ANGLES_JSON("Joint angles with speeds and steps"),
    ANGLES2D_CSV("Angles in the picture"), REPORT("Report with plots of angles"), CSV("CSV"), PARQUET("Parquet table"),
    JSON("JSON Lines"), OPENPOSE("OpenPose JSON, a file a frame");

    private final String title;

    ExportFormat(String title) {
        this.title = title;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /**
     * The format that a file's name asks for.
     *
     * @throws UserException when its ending is that of none
     */
    static ExportFormat of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String extension = FileNames.extension(Path.of(name));
        return Stream.of(ANGLES_CSV, ANGLES_JSON, ANGLES2D_CSV)
                .filter(each -> lower.matches("(.*[^\\p{L}\\p{N}])?" + Pattern.quote(each.ending()))).findAny()
                .or(() -> Arrays.stream(values())
                        .filter(each -> each != OPENPOSE && each.ending().equals(extension)).findAny())
                .orElseThrow(() -> new UserException("Cannot export to " + name + ": give a name that ends in "
                        + Arrays.stream(values()).filter(each -> each != OPENPOSE).map(ExportFormat::example)
                                .collect(Collectors.joining(", "))
                        + ", or " + OPENPOSE.example() + "."));
    }

    /** How a target of this format is named: the end of its name with the dot, or the scheme of a folder. */
    public String example() {
        return this == OPENPOSE ? ExportTarget.FOLDER + "FOLDER" : "." + ending();
    }

    /** What names of such files end with, without the dot; that of the files in the folder for {@link #OPENPOSE}. */
    public String ending() {
        return switch (this) {
            case OPENPOSE -> "json";
            case ANGLES_CSV, ANGLES_JSON, ANGLES2D_CSV -> name().toLowerCase(Locale.ROOT).replace('_', '.');
            case REPORT -> "html";
            default -> name().toLowerCase(Locale.ROOT);
        };
    }

    /** Whether it holds a posed body rather than points. */
    public boolean needsBodies() {
        return this != ANGLES2D_CSV && this != CSV && this != PARQUET && this != JSON && this != OPENPOSE;
    }
}
