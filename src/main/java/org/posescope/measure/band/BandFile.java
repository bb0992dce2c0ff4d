package org.posescope.measure.band;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.posescope.error.UserException;
import org.posescope.measure.angle.PoseAngle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Reads what is normal, by angle. CSV: a header {@code angle,low,high} or {@code angle,percent,low,high}, then rows. JSON: an object by
 * angle of objects with {@code low} and {@code high}, numbers, or arrays as long as {@code percent}. An angle without a side is that of
 * both.
 */
public final class BandFile {
    private static final List<String> CONSTANT = List.of("angle", "low", "high");
    private static final List<String> GAIT = List.of("angle", "percent", "low", "high");

    private final Path file;
    private final Map<String, Rows> rows = new LinkedHashMap<>();

    /** Of an angle. */
    private record Rows(List<Double> percents, List<Double> low, List<Double> high) {
        Rows() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        void add(double percent, double newLow, double newHigh) {
            percents.add(percent);
            low.add(newLow);
            high.add(newHigh);
        }
    }

    private BandFile(Path file) {
        this.file = file;
    }

    /** @throws UserException when it cannot be read, or says something that is no band */
    public static NormalBands read(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            BandFile reading = new BandFile(file);
            if (text.stripLeading().startsWith("{")) {
                reading.json(new ObjectMapper().readTree(text));
            } else {
                reading.csv(text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
            }
            return reading.bands();
        } catch (JsonProcessingException e) {
            throw new UserException(file + " is no JSON: "
                    + e.getOriginalMessage().lines().findFirst().orElse("it is damaged"), e);
        } catch (IOException e) {
            throw new UserException("what is normal cannot be read from " + file + ": " + e.getMessage(), e);
        }
    }

    private void csv(List<String> lines) {
        List<String> header = lines.isEmpty() ? List.of() : cells(lines.getFirst().toLowerCase(Locale.ROOT));
        if (!header.equals(CONSTANT) && !header.equals(GAIT)) {
            throw new UserException(file + " does not begin with angle,low,high or angle,percent,low,high");
        }
        int low = header.indexOf("low");
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            if (cells.size() != header.size()) {
                throw new UserException(file + " has a row that is not " + String.join(",", header) + ": " + line);
            }
            double percent = header.equals(GAIT) ? number(cells.get(1)) : 0;
            rows.computeIfAbsent(cells.getFirst(), _ -> new Rows()).add(percent, number(cells.get(low)),
                    number(cells.get(low + 1)));
        }
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    }

    private double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new UserException(file + " has '" + text + "' where a number is needed", e);
        }
    }

    private void json(JsonNode root) {
        root.properties().forEach(entry -> {
            JsonNode band = entry.getValue();
            Rows own = rows.computeIfAbsent(entry.getKey(), _ -> new Rows());
            if (band.path("low").isArray()) {
                own.percents.addAll(numbers(band, "percent"));
                own.low.addAll(numbers(band, "low"));
                own.high.addAll(numbers(band, "high"));
            } else {
                own.add(0, single(band, "low"), single(band, "high"));
            }
        });
    }

    private List<Double> numbers(JsonNode band, String name) {
        List<Double> numbers = new ArrayList<>();
        band.path(name).forEach(each -> numbers.add(number(each.asText())));
        return numbers;
    }

    private double single(JsonNode band, String name) {
        return number(band.path(name).asText(name));
    }

    private NormalBands bands() {
        Map<PoseAngle, NormalBand> bands = new EnumMap<>(PoseAngle.class);
        rows.forEach((name, own) -> {
            List<PoseAngle> angles = Arrays.stream(PoseAngle.values())
                    .filter(angle -> angle.id().equals(name)
                            || angle.id().equals("left_" + name) || angle.id().equals("right_" + name))
                    .toList();
            if (angles.isEmpty()) {
                throw new UserException(file + " says what is normal for '" + name + "', which is no angle");
            }
            try {
                NormalBand band = new NormalBand(own.percents, own.low, own.high);
                angles.forEach(angle -> bands.put(angle, band));
            } catch (IllegalArgumentException e) {
                throw new UserException(file + " says of " + name + ": " + e.getMessage(), e);
            }
        });
        if (bands.isEmpty()) {
            throw new UserException(file + " says of no angle what is normal");
        }
        return new NormalBands(bands);
    }
}
