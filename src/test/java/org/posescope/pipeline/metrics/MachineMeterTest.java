package org.posescope.pipeline.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class MachineMeterTest {
    private static final int MIB = 1 << 20;
    private static final int MAPPED = 256;

    private final MachineMeter meter = new MachineMeter();

    @Test
    void a_file_that_is_mapped_and_read_counts_as_memory_that_is_held(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("weights");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw"); Arena arena = Arena.ofConfined()) {
            file.setLength((long) MAPPED * MIB);
            MemorySegment weights = file.getChannel().map(MapMode.READ_ONLY, 0, (long) MAPPED * MIB, arena);
            double before = meter.measure().residentMib();

            long sum = 0;
            for (long at = 0; at < weights.byteSize(); at += 4096) {
                sum += weights.get(ValueLayout.JAVA_BYTE, at);
            }

            assertThat(sum).isZero();
            assertThat(meter.measure().residentMib()).isGreaterThan(before + MAPPED / 2);
        }
    }

    @Test
    void the_peak_is_no_less_than_what_is_held() {
        MachineFigures figures = meter.measure();

        assertThat(figures.residentMib()).isPositive();
        assertThat(figures.peakMib()).isGreaterThanOrEqualTo(figures.residentMib());
        assertThat(figures.nativeMib()).isBetween(0.0, figures.residentMib());
    }
}
