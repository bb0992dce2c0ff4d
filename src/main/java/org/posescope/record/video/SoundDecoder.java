package org.posescope.record.video;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;

/** Packets of sound in, samples out. What is damaged is left out. Owns native memory. */
final class SoundDecoder implements AutoCloseable {
    private final AVCodecContext context;
    private final AVFrame samples = av_frame_alloc();
    private boolean decoded;
    private boolean over;

    /** @throws IllegalStateException when there is no decoder for it */
    SoundDecoder(AVCodecParameters parameters, TimeBase unit) {
        AVCodec codec = avcodec_find_decoder(parameters.codec_id());
        if (codec == null) {
            av_frame_free(samples);
            throw new IllegalStateException("no decoder");
        }
        context = avcodec_alloc_context3(codec);
        try (AVRational ticks = unit.rational()) {
            Ffmpeg.check(avcodec_parameters_to_context(context, parameters), "describing sound");
            context.pkt_timebase(ticks);
            Ffmpeg.check(avcodec_open2(context, codec, (AVDictionary) null), "opening a decoder");
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** @param packet null: there are no more */
    void send(AVPacket packet) {
        // A damaged packet gives no samples, which the time of the next ones tells.
        int _ = avcodec_send_packet(context, packet);
    }

    /** Decodes the next samples; false when there are none before the next packet. */
    boolean receive() {
        int code = avcodec_receive_frame(context, samples);
        while (code < 0 && code != AVERROR_EAGAIN() && code != AVERROR_EOF()) {
            code = avcodec_receive_frame(context, samples);
        }
        over = code == AVERROR_EOF();
        decoded = code >= 0 && samples.best_effort_timestamp() != avutil.AV_NOPTS_VALUE();
        return decoded;
    }

    /** Whether there are samples that nobody took. */
    boolean decoded() {
        return decoded;
    }

    boolean over() {
        return over;
    }

    /** When they are heard, in the unit of the packets. */
    long start() {
        return samples.best_effort_timestamp();
    }

    /** The samples, valid until the next call of {@link #receive}. */
    AVFrame take() {
        decoded = false;
        return samples;
    }

    void flush() {
        avcodec_flush_buffers(context);
        decoded = false;
        over = false;
    }

    @Override
    public void close() {
        avcodec_free_context(context);
        av_frame_free(samples);
    }
}
