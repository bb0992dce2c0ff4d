package org.posescope.record.video;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_READ;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale;

import java.nio.file.Path;
import java.util.Optional;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;
import org.posescope.error.UserException;

/**
 * The compressed sound of a media file: the packets of its main track, with times counted from its first picture. One thread
 * at a time. Owns native memory until it is closed.
 */
final class SoundReader implements AutoCloseable {
    private static final long SECOND = 1_000_000;

    private final AVFormatContext context;
    private final AVIOContext bytes;
    private int track;
    private long numerator;
    private long denominator;
    private long originMicros;
    private boolean closed;

    private SoundReader(Path file) {
        context = avformat_alloc_context();
        bytes = new AVIOContext(null);
        try {
            check(avio_open(bytes, "file:" + file.toAbsolutePath(), AVIO_FLAG_READ));
            context.pb(bytes);
            // Without a name, the content alone says what the file is.
            check(avformat_open_input(context, (String) null, null, null));
            check(avformat_find_stream_info(context, (AVDictionary) null));
            track = av_find_best_stream(context, AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0);
            if (track >= 0) {
                prepare();
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Opens the sound of a file; empty when it has none.
     *
     * @throws UserException when the file cannot be read
     */
    static Optional<SoundReader> open(Path file) {
        SoundReader reader = new SoundReader(file);
        if (reader.track < 0) {
            reader.close();
            return Optional.empty();
        }
        return Optional.of(reader);
    }

    private static void check(int code) {
        if (code < 0) {
            throw new UserException("its sound cannot be read: " + Ffmpeg.message(code));
        }
    }

    private void prepare() {
        AVRational unit = stream().time_base();
        numerator = unit.num() * SECOND;
        denominator = unit.den();
        int video = av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
        if (video >= 0 && context.streams(video).start_time() != avutil.AV_NOPTS_VALUE) {
            AVRational pictureUnit = context.streams(video).time_base();
            originMicros = av_rescale(context.streams(video).start_time(), pictureUnit.num() * SECOND,
                    pictureUnit.den());
        }
        for (int i = 0; i < context.nb_streams(); i++) {
            if (i != track) {
                context.streams(i).discard(AVDISCARD_ALL);
            }
        }
    }

    private AVStream stream() {
        return context.streams(track);
    }

    /** What a file needs to know of the sound; valid until {@link #close}. */
    AVCodecParameters parameters() {
        return stream().codecpar();
    }

    /** FFmpeg's name. */
    String codec() {
        return avcodec_get_name(parameters().codec_id()).getString();
    }

    /** The unit of the packets' times, seconds; valid until {@link #close}. */
    AVRational unit() {
        return stream().time_base();
    }

    /** When a packet starts, microseconds from the first picture of the file. */
    long startMicros(AVPacket packet) {
        return av_rescale(packet.pts(), numerator, denominator) - originMicros;
    }

    /** How long a packet lasts, microseconds. */
    long durationMicros(AVPacket packet) {
        return av_rescale(packet.duration(), numerator, denominator);
    }

    /** How many units of the packets' times lie between the file's own times and those of a recording. */
    long ticks(long offsetMicros) {
        return av_rescale(offsetMicros - originMicros, denominator, numerator);
    }

    /**
     * Reads the next packet that says when it is heard.
     *
     * @param packet empty; filled when the answer is true
     * @return false at the end
     * @throws UserException when the file is damaged here
     */
    boolean read(AVPacket packet) {
        while (true) {
            int code = av_read_frame(context, packet);
            if (code == avutil.AVERROR_EOF) {
                return false;
            }
            check(code);
            if (packet.pts() == avutil.AV_NOPTS_VALUE) {
                packet.pts(packet.dts());
            }
            if (packet.stream_index() == track && packet.pts() != avutil.AV_NOPTS_VALUE) {
                return true;
            }
            av_packet_unref(packet);
        }
    }

    /**
     * Goes to the last packet that starts not later than a time, or to the first.
     *
     * @param micros from the first picture of the file
     * @throws UserException when that is not possible
     */
    void seek(long micros) {
        check(av_seek_frame(context, track, av_rescale(micros + originMicros, denominator, numerator),
                AVSEEK_FLAG_BACKWARD));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            avformat_close_input(context);
            avio_closep(bytes);
        }
    }
}
