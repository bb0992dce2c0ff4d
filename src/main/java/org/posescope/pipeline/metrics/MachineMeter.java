package org.posescope.pipeline.metrics;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

import org.bytedeco.javacpp.Pointer;

import com.sun.management.OperatingSystemMXBean;

/**
 * Measures the process: on Linux as the kernel counts it, files that are mapped included, with the kernel's own peak; elsewhere as JavaCPP
 * says, with the most that was seen by a measurement.
 */
public final class MachineMeter {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final double MIB = 1 << 20;
    private static final double KIB_IN_MIB = 1024;

    private double seenPeakMib;

    public synchronized MachineFigures measure() {
        double cpu = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() * 1e-9;
        List<String> status = status();
        double resident = mib(status, "VmRSS:").orElseGet(() -> Pointer.physicalBytes() / MIB);
        double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted() / MIB;
        seenPeakMib = Math.max(Math.max(seenPeakMib, resident), mib(status, "VmHWM:").orElse(0));
        return new MachineFigures(cpu, resident, seenPeakMib, Math.max(0, resident - heap));
    }

    private static List<String> status() {
        if (!Files.isReadable(STATUS)) {
            return List.of();
        }
        try {
            return Files.readAllLines(STATUS);
        } catch (IOException e) {
            // The file vanishes only with the process; then nobody reads the figures.
            return List.of();
        }
    }

    private static OptionalDouble mib(List<String> status, String name) {
        return status.stream().filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / KIB_IN_MIB).findFirst();
    }
}
