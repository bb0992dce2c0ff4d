package org.posescope.pipeline.people.camera;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.posescope.error.UserException;
import org.posescope.pose.Extrinsics;
import org.posescope.pose.Vector3;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Reads where a camera stands: an object with R, three rows of three, and t, three numbers in centimetres, each alone in a row or not
 * (lightweight-human-pose-estimation-3d-demo.pytorch, {@code data/extrinsics.json}, a camera of CMU Panoptic).
 */
public final class ExtrinsicsFile {
    private static final int SIDE = 3;
    private static final double METRES = 0.01;

    private ExtrinsicsFile() {}

    /** @throws UserException when the file cannot be read, or holds something else or a matrix that is no rotation */
    public static Extrinsics read(Path file) {
        JsonNode root = parse(file);
        List<Double> rotation = numbers(root.path("R"));
        List<Double> translation = numbers(root.path("t"));
        boolean square = root.path("R").size() == SIDE
                && root.path("R").valueStream().allMatch(row -> row.size() == SIDE);
        if (!square || rotation.size() != SIDE * SIDE || translation.size() != SIDE) {
            throw new UserException(
                    file + " has no extrinsics: they are an object with 'R', three rows of three numbers, "
                            + "and 't', three numbers in centimetres");
        }
        try {
            return new Extrinsics(rotation.stream().mapToDouble(Double::doubleValue).toArray(),
                    new Vector3(metres(translation.get(0)), metres(translation.get(1)), metres(translation.get(2))));
        } catch (IllegalArgumentException e) {
            throw new UserException("the extrinsics in " + file + " are no place of a camera: " + e.getMessage(), e);
        }
    }

    private static float metres(double centimetres) {
        return (float) (METRES * centimetres);
    }

    private static JsonNode parse(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw new UserException(file + " is not JSON, so it has no extrinsics", e);
        } catch (IOException e) {
            throw new UserException("the extrinsics " + file + " cannot be read; check that the file is there", e);
        }
    }

    /** The numbers of an array of numbers or of arrays of them; empty when it is something else. */
    private static List<Double> numbers(JsonNode array) {
        List<Double> numbers = new ArrayList<>();
        for (JsonNode row : array) {
            for (JsonNode cell : row.isArray() ? row : List.of(row)) {
                if (!cell.isNumber()) {
                    return List.of();
                }
                numbers.add(cell.doubleValue());
            }
        }
        return numbers;
    }
}
