package org.posescope.frame.ffmpeg;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;

import com.sun.management.OperatingSystemMXBean;

/**
 * Reads two videos in turns, as sources do, and prints the processor time of a frame of each and the ratio:
 * {@code DecodeCost FIRST SECOND ROUNDS}. The first rounds, in which code is compiled, do not count. A program, because it takes a while.
 */
final class DecodeCost {
    private static final int WARM_UP_ROUNDS = 3;
    private static final double MILLI = 1e6;

    private DecodeCost() {}

    public static void main(String[] args) {
        int rounds = Integer.parseInt(args[2]);
        List<Double> first = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        for (int i = 0; i < WARM_UP_ROUNDS + rounds; i++) {
            first.add(millisAFrame(Path.of(args[0])));
            second.add(millisAFrame(Path.of(args[1])));
        }
        double one = median(first.subList(WARM_UP_ROUNDS, first.size()));
        double other = median(second.subList(WARM_UP_ROUNDS, second.size()));
        System.out.printf(Locale.ROOT, "%.2f ms, %.2f ms: x %.2f%n", one, other, other / one);
    }

    private static double millisAFrame(Path video) {
        OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long start = machine.getProcessCpuTime();
        int frames = 0;
        try (FramePool pool = new FramePool(); VideoSource source = VideoSource.open(video, 1, pool)) {
            for (Frame frame = source.next(); frame != null; frame = source.next()) {
                frame.close();
                frames++;
            }
        }
        return (machine.getProcessCpuTime() - start) / MILLI / frames;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(Math.floorDiv(values.size(), 2)).findFirst().orElseThrow();
    }
}
