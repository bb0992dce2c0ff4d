package org.posescope.spark;

import java.io.Serializable;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What became of a video.
 *
 * @param error   what the program said last; empty when it was done
 * @param seconds that it took
 * @param frames  that were looked at
 */
record Outcome(Video video, String error, double seconds, long frames) implements Serializable {
    static final StructType SCHEMA = new StructType().add("video", DataTypes.StringType)
            .add("uri", DataTypes.StringType).add("error", DataTypes.StringType)
            .add("seconds", DataTypes.DoubleType).add("frames", DataTypes.LongType);

    boolean failed() {
        return !error.isEmpty();
    }

    Row row() {
        return RowFactory.create(video.name(), video.uri(), error, seconds, frames);
    }
}
