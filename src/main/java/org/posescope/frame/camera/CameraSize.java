package org.posescope.frame.camera;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A size of pictures that a camera offers, pixels.
 *
 * @param width  at least {@link #LEAST}
 * @param height likewise
 */
public record CameraSize(int width, int height) {
    /** Those of most cameras, for one that does not say. */
    public static final List<CameraSize> USUAL = List.of(new CameraSize(640, 480), new CameraSize(1280, 720),
            new CameraSize(1920, 1080));

    private static final int LEAST = 16;
    private static final Pattern SIZE = Pattern.compile("\\b(\\d{2,5})x(\\d{2,5})\\b");

    /** @throws IllegalArgumentException when a side is too short for a picture */
    public CameraSize {
        if (width < LEAST || height < LEAST) {
            throw new IllegalArgumentException("no camera has pictures of " + width + "x" + height);
        }
    }

    /** From what FFmpeg's formats for cameras log when they are asked, smallest first, each once. */
    static List<CameraSize> parse(List<String> lines) {
        return lines.stream().flatMap(line -> SIZE.matcher(line).results())
                .map(found -> new int[] {Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))})
                .filter(sides -> sides[0] >= LEAST && sides[1] >= LEAST)
                .map(sides -> new CameraSize(sides[0], sides[1])).distinct()
                .sorted(Comparator.comparingInt(CameraSize::width).thenComparingInt(CameraSize::height)).toList();
    }

    /** As people write it. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d×%d", width, height);
    }
}
