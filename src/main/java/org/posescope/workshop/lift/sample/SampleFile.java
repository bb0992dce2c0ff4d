package org.posescope.workshop.lift.sample;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzWriter;

/** Writes samples: an npz file with an array a component, a row a sample. */
final class SampleFile {
    private SampleFile() {}

    static void write(Path file, List<Sample> samples) {
        try (NpzWriter writer = new NpzWriter(file, NpzWriter.Compression.NONE)) {
            write(writer, "landmarks", samples, Sample::landmarks);
            write(writer, "inside", samples, Sample::inside);
            write(writer, "joints", samples, Sample::joints);
            write(writer, "points", samples, Sample::points);
            writer.write("subject", NdArray.of(samples.stream().mapToInt(Sample::subject).toArray(), samples.size()));
            writer.finish();
        }
    }

    private static void write(NpzWriter writer, String name, List<Sample> samples, Function<Sample, float[]> part) {
        int width = samples.isEmpty() ? 0 : part.apply(samples.getFirst()).length;
        float[] all = new float[samples.size() * width];
        for (int row = 0; row < samples.size(); row++) {
            System.arraycopy(part.apply(samples.get(row)), 0, all, row * width, width);
        }
        writer.write(name, NdArray.of(all, samples.size(), width));
    }
}
