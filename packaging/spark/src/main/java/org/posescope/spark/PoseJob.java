package org.posescope.spark;

import java.io.IOException;
import java.util.List;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Makes tables of motion of an archive of videos, a task a video: {@code motion} with a partition a video, {@code runs} with a row a
 * video, and {@code errors} with those that failed.
 */
public final class PoseJob {
    static final String MOTION = "motion";

    private static final int WRONG_INPUT = 2;

    private PoseJob() {}

    public static void main(String[] args) throws IOException {
        try (SparkSession spark = SparkSession.builder().appName("PoseScope").getOrCreate()) {
            List<Outcome> outcomes = run(spark, JobOptions.of(List.of(args)));
            long failed = outcomes.stream().filter(Outcome::failed).count();
            long incomplete = outcomes.stream().filter(outcome -> outcome.lost() > 0).count();
            System.out.println((outcomes.size() - failed - incomplete) + " of " + outcomes.size() + " videos done, "
                    + incomplete + " lost frames, " + failed + " failed");
        } catch (IllegalArgumentException e) {
            System.err.println("posescope: " + e.getMessage());
            System.exit(WRONG_INPUT);
        }
    }

    /**
     * Does it.
     *
     * @return what became of each video
     * @throws IllegalArgumentException when there is no video, or the output exists
     */
    static List<Outcome> run(SparkSession spark, JobOptions options) throws IOException {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Configuration configuration = context.hadoopConfiguration();
        Path output = new Path(options.output());
        if (output.getFileSystem(configuration).exists(output)) {
            throw new IllegalArgumentException("the output " + output + " exists already");
        }
        List<Video> videos = new VideoFinder(configuration).find(options);
        List<Outcome> outcomes = context.parallelize(videos, videos.size())
                .map(new VideoTask(options, configuration)).collect();
        write(spark, outcomes, options.output() + "/runs");
        write(spark, outcomes.stream().filter(Outcome::failed).toList(), options.output() + "/errors");
        return outcomes;
    }

    private static void write(SparkSession spark, List<Outcome> outcomes, String place) {
        List<Row> rows = outcomes.stream().map(Outcome::row).toList();
        spark.createDataFrame(rows, Outcome.SCHEMA).coalesce(1).write().parquet(place);
    }
}
