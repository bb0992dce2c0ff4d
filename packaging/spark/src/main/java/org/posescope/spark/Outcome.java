package org.posescope.spark;

import java.io.Serializable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What became of a video.
 *
 * @param error    what the program said last; empty when it was done
 * @param seconds  that it took
 * @param frames   that were looked at
 * @param lost     frames that were read and were not looked at, because a stage failed or took too long
 * @param warnings sentences of the program, with {@code "; "} between them
 */
record Outcome(Video video, String error, double seconds, long frames, long lost, String warnings)
        implements
            Serializable {
    static final StructType SCHEMA = new StructType().add("video", DataTypes.StringType)
            .add("uri", DataTypes.StringType).add("error", DataTypes.StringType)
            .add("seconds", DataTypes.DoubleType).add("frames", DataTypes.LongType)
            .add("lost", DataTypes.LongType).add("warnings", DataTypes.StringType);

    static Outcome failed(Video video, String error, double seconds) {
        return new Outcome(video, error, seconds, 0, 0, "");
    }

    /** @param report of the run, as {@code --report} writes it */
    static Outcome done(Video video, double seconds, JsonNode report) {
        long dropped = StreamSupport.stream(report.path("dropped").spliterator(), false).mapToLong(JsonNode::asLong)
                .sum();
        String warnings = StreamSupport.stream(report.path("warnings").spliterator(), false).map(JsonNode::asText)
                .collect(Collectors.joining("; "));
        return new Outcome(video, "", seconds, report.path("frames_processed").asLong(),
                report.path("failures").asLong() + dropped, warnings);
    }

    boolean failed() {
        return !error.isEmpty();
    }

    Row row() {
        return RowFactory.create(video.name(), video.uri(), error, seconds, frames, lost, warnings);
    }
}
