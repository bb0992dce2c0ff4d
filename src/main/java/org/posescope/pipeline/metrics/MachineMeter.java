package org.posescope.pipeline.metrics;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

import org.bytedeco.javacpp.Pointer;

import com.sun.management.OperatingSystemMXBean;

/** Measures the process: on Linux the kernel's own peak is read, elsewhere the most that was seen by a measurement. */
public final class MachineMeter {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final double MIB = 1 << 20;

    private double seenPeakMib;

    public synchronized MachineFigures measure() {
        double cpu = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() * 1e-9;
        double resident = Pointer.physicalBytes() / MIB;
        double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted() / MIB;
        seenPeakMib = Math.max(Math.max(seenPeakMib, resident), kernelPeakMib());
        return new MachineFigures(cpu, resident, seenPeakMib, Math.max(0, resident - heap));
    }

    private static double kernelPeakMib() {
        if (!Files.isReadable(STATUS)) {
            return 0;
        }
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmHWM:")).findFirst()
                    .map(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024).orElse(0.0);
        } catch (IOException e) {
            // The file vanishes only with the process; then nobody reads the figure.
            return 0;
        }
    }
}
