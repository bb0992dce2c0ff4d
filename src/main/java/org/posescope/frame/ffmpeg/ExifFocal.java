package org.posescope.frame.ffmpeg;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

import org.posescope.error.UserException;

/**
 * The focal length that a camera wrote into a picture (CIPA DC-008, "Exif 2.32", section 4.6.5): the equivalent of a 35 mm film, whose
 * frame has a diagonal of 43.27 mm, or else millimetres with the resolution of the sensor. What is damaged says nothing.
 */
final class ExifFocal {
    private static final double FILM_DIAGONAL = Math.hypot(36, 24);
    private static final int EXIF_POINTER = 0x8769;
    private static final int FOCAL_LENGTH = 0x920A;
    private static final int FOCAL_LENGTH_35MM = 0xA405;
    private static final int PIXEL_WIDTH = 0xA002;
    private static final int PIXEL_HEIGHT = 0xA003;
    private static final int SENSOR_X_RESOLUTION = 0xA20E;
    private static final int SENSOR_RESOLUTION_UNIT = 0xA210;
    private static final int ENTRY_BYTES = 12;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int MAGIC = 42;
    /** Millimetres of the units of resolution: inch, centimetre, millimetre, micrometre. */
    private static final Map<Integer, Double> UNITS = Map.of(2, 25.4, 3, 10.0, 4, 1.0, 5, 0.001);
    private static final int INCH = 2;

    private final ByteBuffer tiff;

    private ExifFocal(ByteBuffer tiff) {
        this.tiff = tiff;
    }

    /**
     * In pixels of the picture as it is now, also when it was made smaller since; 0 where the file does not say it.
     *
     * @param width  pixels of the picture, either way up
     * @param height likewise
     * @throws UserException when the file cannot be read
     */
    static double of(Path file, int width, int height) {
        try {
            return ExifBlock.of(file).map(block -> new ExifFocal(block).pixels(width, height)).orElse(0.0);
        } catch (IOException e) {
            throw new UserException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private double pixels(int width, int height) {
        try {
            return entries().flatMap(fields -> film(fields, width, height).or(() -> sensor(fields, width, height)))
                    .filter(pixels -> Double.isFinite(pixels) && pixels > 0).orElse(0.0);
        } catch (BufferUnderflowException | IndexOutOfBoundsException damaged) {
            return 0;
        }
    }

    private static Optional<Double> film(Map<Integer, Double> fields, int width, int height) {
        return Optional.ofNullable(fields.get(FOCAL_LENGTH_35MM)).filter(millimetres -> millimetres > 0)
                .map(millimetres -> millimetres * Math.hypot(width, height) / FILM_DIAGONAL);
    }

    private static Optional<Double> sensor(Map<Integer, Double> fields, int width, int height) {
        double focal = fields.getOrDefault(FOCAL_LENGTH, 0.0);
        double resolution = fields.getOrDefault(SENSOR_X_RESOLUTION, 0.0);
        double unit = UNITS.getOrDefault((int) Math.round(fields.getOrDefault(SENSOR_RESOLUTION_UNIT, (double) INCH)),
                0.0);
        double taken = Math.hypot(fields.getOrDefault(PIXEL_WIDTH, (double) width),
                fields.getOrDefault(PIXEL_HEIGHT, (double) height));
        return focal > 0 && resolution > 0 && unit > 0
                ? Optional.of(focal * resolution / unit * Math.hypot(width, height) / taken)
                : Optional.empty();
    }

    /** The numbers of the picture's own part of the block. */
    private Optional<Map<Integer, Double>> entries() {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (tiff.getShort(2) != MAGIC) {
            return Optional.empty();
        }
        return Optional.ofNullable(directory(tiff.getInt(4)).get(EXIF_POINTER))
                .map(pointer -> directory((int) Math.round(pointer)));
    }

    private Map<Integer, Double> directory(int at) {
        Map<Integer, Double> fields = new TreeMap<>();
        int count = Short.toUnsignedInt(tiff.getShort(at));
        for (int i = 0; i < count; i++) {
            int entry = at + 2 + i * ENTRY_BYTES;
            number(entry).ifPresent(value -> fields.put(Short.toUnsignedInt(tiff.getShort(entry)), value));
        }
        return fields;
    }

    private OptionalDouble number(int entry) {
        int value = entry + 8;
        return switch (tiff.getShort(entry + 2)) {
            case SHORT -> OptionalDouble.of(Short.toUnsignedInt(tiff.getShort(value)));
            case LONG -> OptionalDouble.of((double) Integer.toUnsignedLong(tiff.getInt(value)));
            case RATIONAL -> {
                int place = tiff.getInt(value);
                yield OptionalDouble.of((double) Integer.toUnsignedLong(tiff.getInt(place))
                        / Integer.toUnsignedLong(tiff.getInt(place + 4)));
            }
            default -> OptionalDouble.empty();
        };
    }
}
