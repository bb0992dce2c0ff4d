package org.posescope.model;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is known of a model without opening its file.
 *
 * @param id        for example {@code blazepose-full}
 * @param title     for people
 * @param runtime   that executes the file
 * @param file      name of the file in the model folder
 * @param decoder   which decoder reads the outputs, for example {@code blazepose-landmarks}
 * @param skeleton  id of the skeleton that it gives, if any
 * @param precision of the weights in the file: {@code fp32}, {@code fp16}, {@code int8}
 * @param license   SPDX identifier, or a short name
 * @param sha256    of the file, 64 lower-case hex digits; empty where any file of that name is taken
 * @param bytes     size of the file; -1 when unknown
 */
public record ModelCard(String id, String title, Task task, NetworkRuntime runtime, String file, InputSpec input,
        String decoder,
        Optional<String> skeleton, String precision, String license, Origin origin, Optional<String> sha256,
        long bytes) {
    /** A file name that stays inside its folder on every system: no separators, no drive, no leading dot. */
    private static final Pattern PLAIN_NAME = Pattern.compile("[^./\\\\:\\p{Cntrl}][^/\\\\:\\p{Cntrl}]*");

    private static final Set<String> CENTERS = Set.of("movenet-multipose", "movenet-people");
    /** Of somebody whom a detector found. */
    private static final double OF_DETECTOR = 0.5;
    /** Of the mean score of points, as the authors of networks that see the whole frame have it. */
    private static final double OF_POINTS = 0.2;
    /** Of that mean times the score of the centre, as the authors of MoveNet have it. */
    private static final double OF_CENTERS = 0.11;

    public ModelCard {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a model needs an id");
        }
        if (!PLAIN_NAME.matcher(file).matches()) {
            throw new IllegalArgumentException("file must be a plain file name, not '" + file + "'");
        }
        sha256.ifPresent(ModelCard::requireDigest);
        if (bytes < -1) {
            throw new IllegalArgumentException("bytes must be a size, or -1 for unknown, not " + bytes);
        }
    }

    /** 0..1, the least score of a person that this network finds the points of, when nobody says one. */
    public double usualThreshold() {
        if (task != Task.POSE_BOTTOM_UP) {
            return OF_DETECTOR;
        }
        return CENTERS.contains(decoder) ? OF_CENTERS : OF_POINTS;
    }

    private static void requireDigest(String sha256) {
        if (!Sha256.isDigest(sha256)) {
            throw new IllegalArgumentException("sha256 must be 64 lower-case hex digits, not '" + sha256 + "'");
        }
    }
}
