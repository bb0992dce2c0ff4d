package org.posescope.frame.ffmpeg;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * What a container says about the length of its video.
 *
 * @param fps            average frames a second; 0 when unknown
 * @param frameCount     frames, counted by the container or else estimated; -1 when unknown
 * @param durationMicros length; -1 when unknown
 * @param slackMicros    by how much the last picture may end before that length in a file that is whole
 */
record StreamFacts(double fps, long frameCount, long durationMicros, double slackMicros) {
    private static final double SECOND = 1e6;
    private static final double USUAL_FPS = 25;
    private static final double OWN_SLACK_FRAMES = 1.5;
    private static final double SOUND_SLACK_MICROS = 1.5 * SECOND;
    private static final double SOUND_SLACK_SHARE = 0.02;
    private static final int UNKNOWN = -1;
    /** Matroska's tag for the end of one track, for example {@code 00:02:19.400000000}. */
    private static final Pattern DURATION_TAG = Pattern.compile("(\\d+):(\\d+):(\\d+(?:\\.\\d+)?)");

    static StreamFacts of(Demuxer demuxer) {
        AVFormatContext context = demuxer.context();
        AVStream stream = demuxer.stream();
        double average = ratio(stream.avg_frame_rate());
        double fps = average > 0 ? average : ratio(stream.r_frame_rate());
        long own = ownDuration(stream);
        long duration = own > 0 ? own : sharedDuration(context, stream);
        long frames = stream.nb_frames() > 0
                ? stream.nb_frames()
                : duration > 0 && fps > 0 ? Math.round(duration / SECOND * fps) : UNKNOWN;
        return new StreamFacts(fps, frames, duration, slack(demuxer, own > 0, duration, interval(fps)));
    }

    /** Usual time from one picture to the next, microseconds. */
    long intervalMicros() {
        return Math.round(interval(fps));
    }

    /** @param lastEnd end of the last picture, microseconds from the start */
    boolean endsEarly(long lastEnd) {
        return durationMicros > 0 && lastEnd < durationMicros - slackMicros;
    }

    private static double interval(double fps) {
        return SECOND / (fps > 0 ? fps : USUAL_FPS);
    }

    private static double slack(Demuxer demuxer, boolean own, long duration, double interval) {
        boolean guessed = demuxer.context().duration_estimation_method() == avformat.AVFMT_DURATION_FROM_BITRATE;
        // What can be read only once cannot be searched for an end of the sound that is later than that of the pictures.
        if (guessed || (!own && !demuxer.seekable())) {
            return Double.POSITIVE_INFINITY;
        }
        // Without a length of its own the video has that of the longest stream, and sound often ends later.
        return own ? OWN_SLACK_FRAMES * interval : Math.max(SOUND_SLACK_MICROS, duration * SOUND_SLACK_SHARE);
    }

    /** That of the longest stream, less what comes before the first picture. */
    private static long sharedDuration(AVFormatContext context, AVStream stream) {
        if (context.duration() <= 0) {
            return UNKNOWN;
        }
        long start = context.start_time() == avutil.AV_NOPTS_VALUE() ? 0 : context.start_time();
        return Math.max(0, context.duration() - Math.max(0, startMicros(stream) - start));
    }

    private static long startMicros(AVStream stream) {
        return stream.start_time() == avutil.AV_NOPTS_VALUE() ? 0 : micros(stream, stream.start_time());
    }

    private static long micros(AVStream stream, long ticks) {
        return avutil.av_rescale(ticks, stream.time_base().num() * (long) SECOND, stream.time_base().den());
    }

    private static long ownDuration(AVStream stream) {
        if (stream.duration() > 0) {
            return micros(stream, stream.duration());
        }
        AVDictionaryEntry tag = avutil.av_dict_get(stream.metadata(), "DURATION", null, 0);
        Matcher time = DURATION_TAG.matcher(tag == null ? "" : tag.value().getString());
        if (!time.matches()) {
            return UNKNOWN;
        }
        // It is the time at which the track ends, and sound may begin before pictures do.
        double end = (Long.parseLong(time.group(1)) * 60 + Long.parseLong(time.group(2))) * 60
                + Double.parseDouble(time.group(3));
        return Math.round(end * SECOND) - Math.max(0, startMicros(stream));
    }

    private static double ratio(AVRational rational) {
        return rational.num() > 0 && rational.den() > 0 ? (double) rational.num() / rational.den() : 0;
    }
}
