package org.posescope.record.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.posescope.error.UserException;
import org.posescope.record.FileNames;

/** The files that motion can be exported to. */
public enum ExportFormat {
    BVH, GLB, NPZ, TRC, CSV, JSON, OPENPOSE;

    /**
     * The format that a file's name asks for.
     *
     * @throws UserException when its ending is that of none
     */
    static ExportFormat of(String name) {
        String extension = FileNames.extension(Path.of(name));
        return Arrays.stream(values()).filter(each -> each != OPENPOSE && each.ending().equals(extension)).findAny()
                .orElseThrow(() -> new UserException("Cannot export to " + name + ": give a name that ends in "
                        + Arrays.stream(values()).filter(each -> each != OPENPOSE).map(each -> "." + each.ending())
                                .collect(Collectors.joining(", "))
                        + ", or openpose:FOLDER."));
    }

    private String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it holds a posed body rather than points. */
    public boolean needsBodies() {
        return this == BVH || this == GLB || this == NPZ || this == TRC;
    }
}
