package org.posescope.record.parquet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.pose.Person;

/**
 * Writes a million rows of people with 33 points in the picture and in space and a body, reads them back, and prints the seconds:
 * {@code MillionRows FILE}. A program, because it takes a minute.
 */
final class MillionRows {
    private static final int ROWS = 1_000_000;
    private static final double NANOS = 1e9;
    private static final int VARIANTS = 8192;

    private MillionRows() {}

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        List<Person> people = new RandomPeople().people(VARIANTS);
        long start = System.nanoTime();
        try (FramePool pool = new FramePool(); ParquetExport export = new ParquetExport(file, "clip.mp4", "{}")) {
            for (int i = 0; i < ROWS; i++) {
                try (Frame frame = new Frame(pool.acquire(1, 1), i, i * 40_000L, 0)) {
                    export.accept(frame, List.of(people.get(i % VARIANTS)));
                }
            }
        }
        tell("written", start, Files.size(file) + " bytes");
        try (DuckDb reader = new DuckDb()) {
            String table = " FROM '" + file + "'";
            long one = System.nanoTime();
            String answer = reader.ask("SELECT count(*), avg(keypoints[1].x)" + table).getFirst();
            tell("one point read", one, answer);
            long all = System.nanoTime();
            tell("everything read", all, reader.ask("SELECT count(*), sum(len(list_filter(pose, x -> x > 0))), "
                    + "sum(list_sum(list_transform(keypoints, p -> p.x + p.y + p.score))), "
                    + "sum(list_sum(list_transform(joints, j -> j.x + j.y + j.z + j.score))), sum(list_sum(betas)), "
                    + "sum(list_sum(translation)), sum(list_sum(box))" + table).getFirst());
        }
    }

    private static void tell(String what, long start, String figures) {
        System.out.printf(Locale.ROOT, "%s: %.1f s, %s%n", what, (System.nanoTime() - start) / NANOS, figures);
    }
}
