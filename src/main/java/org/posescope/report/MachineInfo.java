package org.posescope.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Names of the machine and of what runs on it. */
public record MachineInfo(String java, String os, String cpu) {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    /** The machine that this program runs on. */
    public static MachineInfo here() {
        return new MachineInfo(Runtime.version().toString(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors() + " x " + processorName());
    }

    private static String processorName() {
        String fallback = System.getenv().getOrDefault("PROCESSOR_IDENTIFIER", System.getProperty("os.arch"));
        if (!Files.isReadable(CPU_INFO)) {
            return fallback;
        }
        try (var lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name")).findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse(fallback);
        } catch (IOException e) {
            return fallback;
        }
    }
}
