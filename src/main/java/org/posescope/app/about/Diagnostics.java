package org.posescope.app.about;

import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a report of a fault has to say of the program and of the computer.
 *
 * @param rows name and value of each fact
 * @param log  last lines, oldest first
 */
public record Diagnostics(List<List<String>> rows, List<String> log) {
    private static final double MIB = 1024.0 * 1024;

    public Diagnostics {
        rows = List.copyOf(rows);
        log = List.copyOf(log);
    }

    /**
     * @param properties of the Java system
     * @param graphics   what draws the 3D view
     */
    public static Diagnostics of(Properties properties, String graphics, List<String> log) {
        Runtime machine = Runtime.getRuntime();
        return new Diagnostics(List.of(List.of("PoseScope", version()),
                List.of("Java", Runtime.version() + ", " + properties.getProperty("java.vendor")),
                List.of("JavaFX", properties.getProperty("javafx.runtime.version", "unknown")),
                List.of("System", Stream.of("os.name", "os.version", "os.arch").map(properties::getProperty)
                        .collect(Collectors.joining(" "))),
                List.of("Computer",
                        machine.availableProcessors() + " cores, up to " + Math.round(machine.maxMemory() / MIB)
                                + " MB for Java"),
                List.of("3D view", graphics)), log);
    }

    private static String version() {
        return Optional.ofNullable(Diagnostics.class.getPackage().getImplementationVersion()).orElse("(development)");
    }

    /** All of it, to be sent to somebody. */
    public String text() {
        return Stream.concat(rows.stream().map(row -> String.join(": ", row)), log.stream())
                .collect(Collectors.joining("\n"));
    }
}
