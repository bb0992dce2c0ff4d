package org.posescope.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.posescope.model.ModelCard;
import org.posescope.plan.Plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The report of one run, as written by {@code --report}. Times are in milliseconds unless the name says otherwise.
 *
 * @param framesRead      that the source gave
 * @param framesProcessed that ended as results
 * @param dropped         frames that were not processed, by reason
 * @param failures        frames that failed or timed out
 * @param wallSeconds     from the first frame let in to the last result written
 * @param cpuSeconds      processor time of the process in that span, all threads
 * @param fps             results a second of wall time
 * @param latency         from capture to result
 * @param presented       from capture until the result was drawn and handed to the outputs
 * @param stages          of the pipeline: waiting for the stage, and being worked on
 * @param steps           inside stages, and of reading, drawing and writing: time a frame; {@code again} of frames in which somebody was
 *                        too far from where they were foretold
 * @param peakRssMb       most resident memory of the process, MiB
 * @param nativeMbStart   resident memory less the committed Java heap, MiB, after the first hundred results
 * @param nativeMbEnd     likewise, at the end
 * @param video           the encoder of the annotated video, if one was written
 * @param audio           codec of its sound, which is copied from the source, or why it has none
 * @param overflow        pictures missing in it because the encoder did not keep up with a camera
 * @param camera          as it was known at the end
 * @param warnings        what went wrong without ending the run
 * @param plan            what was asked for
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record RunReport(@JsonProperty("frames_read") long framesRead,
        @JsonProperty("frames_processed") long framesProcessed,
        @JsonProperty("dropped") Map<String, Long> dropped, @JsonProperty("failures") long failures,
        @JsonProperty("wall_s") double wallSeconds, @JsonProperty("cpu_s") double cpuSeconds,
        @JsonProperty("fps") double fps,
        @JsonProperty("latency_ms") Times latency, @JsonProperty("presented_ms") Times presented,
        @JsonProperty("stages") Map<String, StageTimes> stages, @JsonProperty("steps") Map<String, Times> steps,
        @JsonProperty("mode") String mode, @JsonProperty("policy") String policy, @JsonProperty("preset") String preset,
        @JsonProperty("models") List<Model> models, @JsonProperty("requests") int requests,
        @JsonProperty("streams") int streams, @JsonProperty("peak_rss_mb") double peakRssMb,
        @JsonProperty("native_mb_start") double nativeMbStart, @JsonProperty("native_mb_end") double nativeMbEnd,
        @JsonProperty("video") Optional<String> video, @JsonProperty("audio") Optional<String> audio,
        @JsonProperty("video_overflow") Optional<Long> overflow, @JsonProperty("camera") Optional<CameraReport> camera,
        @JsonProperty("warnings") List<String> warnings,
        @JsonProperty("version") String version, @JsonProperty("java") String java, @JsonProperty("os") String os,
        @JsonProperty("cpu") String cpu, @JsonProperty("plan") Plan plan) {

    /** Percentiles in milliseconds, and how many times they are of. */
    public record Times(@JsonProperty("count") long count, @JsonProperty("p50") double p50,
            @JsonProperty("p95") double p95,
            @JsonProperty("p99") double p99, @JsonProperty("mean") double mean) {}

    /** Waiting for a stage and being worked on. */
    public record StageTimes(@JsonProperty("queue_ms") Times queue, @JsonProperty("service_ms") Times service) {}

    /** A network that took part. */
    public record Model(@JsonProperty("id") String id, @JsonProperty("runtime") String runtime,
            @JsonProperty("precision") String precision, @JsonProperty("threads") int threads) {
        public static Model of(ModelCard card, int threads) {
            return new Model(card.id(), card.runtime().name().toLowerCase(Locale.ROOT), card.precision(), threads);
        }
    }
}
