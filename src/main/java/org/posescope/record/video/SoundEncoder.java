package org.posescope.record.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.av_audio_fifo_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_audio_fifo_free;
import static org.bytedeco.ffmpeg.global.avutil.av_audio_fifo_read;
import static org.bytedeco.ffmpeg.global.avutil.av_audio_fifo_size;
import static org.bytedeco.ffmpeg.global.avutil.av_audio_fifo_write;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert_frame;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avutil.AVAudioFifo;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.swresample.SwrContext;

/** Samples of any kind in, encoded in one stretch without gaps; packets are taken from its {@link #context}. Owns native memory. */
final class SoundEncoder implements AutoCloseable {
    private static final int BITS_PER_CHANNEL = 96_000;
    private static final int STEREO = 2;
    private static final int USUAL_FRAME = 1024;
    /** What Opus works at; others take the rates that sound usually has. */
    private static final int OPUS_RATE = 48_000;
    private static final int HIGHEST_RATE = 48_000;
    private static final int LOWEST_RATE = 8_000;

    private final AVCodecContext context;
    private final AVFrame converted = av_frame_alloc();
    private final AVFrame piece = av_frame_alloc();
    private final int frame;
    private AVAudioFifo waiting;
    private SwrContext resampler = swr_alloc();
    private long pts;

    /**
     * @param name FFmpeg's
     * @param like the sound that is to be encoded
     * @throws IllegalStateException when there is no such encoder, or it does not take such sound
     */
    SoundEncoder(String name, AVCodecParameters like) {
        AVCodec codec = avcodec_find_encoder_by_name(name);
        if (codec == null) {
            throw new IllegalStateException("no encoder " + name);
        }
        context = avcodec_alloc_context3(codec);
        try {
            boolean opus = codec.id() == avcodec.AV_CODEC_ID_OPUS;
            boolean pcm = codec.id() == avcodec.AV_CODEC_ID_PCM_S16LE;
            // More than two channels stand in another order in every codec.
            int channels = Math.clamp(like.ch_layout().nb_channels(), 1, STEREO);
            context.sample_rate(opus ? OPUS_RATE : rate(like.sample_rate()));
            context.sample_fmt(opus || pcm ? avutil.AV_SAMPLE_FMT_S16 : avutil.AV_SAMPLE_FMT_FLTP);
            av_channel_layout_default(context.ch_layout(), channels);
            context.bit_rate((long) BITS_PER_CHANNEL * channels);
            context.time_base(avutil.av_make_q(1, context.sample_rate()));
            context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
            Ffmpeg.check(avcodec_open2(context, codec, (AVDictionary) null), "opening an encoder");
            frame = context.frame_size() > 0 ? context.frame_size() : USUAL_FRAME;
            waiting = av_audio_fifo_alloc(context.sample_fmt(), channels, frame);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static int rate(int wanted) {
        boolean usual = wanted == 44_100 || wanted == 22_050 || wanted == 11_025;
        boolean possible = wanted >= LOWEST_RATE && wanted <= HIGHEST_RATE && (usual || wanted % 8000 == 0);
        return possible ? wanted : HIGHEST_RATE;
    }

    AVCodecContext context() {
        return context;
    }

    /** FFmpeg's name of what comes out. */
    String codec() {
        return avcodec_get_name(context.codec_id()).getString();
    }

    /** Samples a second. */
    int rate() {
        return context.sample_rate();
    }

    /** @param time of the first sample, in samples */
    void startAt(long time) {
        pts = time;
    }

    /** Time of the sample after the last that was added. */
    long end() {
        return pts + av_audio_fifo_size(waiting);
    }

    boolean full() {
        return av_audio_fifo_size(waiting) >= frame;
    }

    void add(AVFrame samples) {
        shape(converted);
        int code = swr_convert_frame(resampler, converted, samples);
        if (code < 0) {
            // The kind of sound changes within the file.
            swr_free(resampler);
            resampler = swr_alloc();
            shape(converted);
            Ffmpeg.check(swr_convert_frame(resampler, converted, samples), "converting sound");
        }
        Ffmpeg.check(av_audio_fifo_write(waiting, converted.extended_data(), converted.nb_samples()), "keeping sound");
    }

    private void shape(AVFrame target) {
        av_frame_unref(target);
        target.format(context.sample_fmt());
        target.sample_rate(context.sample_rate());
        av_channel_layout_default(target.ch_layout(), context.ch_layout().nb_channels());
    }

    /** Encodes what waits, one frame at most. */
    void encode() {
        shape(piece);
        int count = Math.min(frame, av_audio_fifo_size(waiting));
        piece.nb_samples(count);
        piece.pts(pts);
        Ffmpeg.check(av_frame_get_buffer(piece, 0), "keeping sound");
        Ffmpeg.check(av_audio_fifo_read(waiting, piece.extended_data(), count), "keeping sound");
        Ffmpeg.check(avcodec_send_frame(context, piece), "encoding sound");
        pts += count;
    }

    /** No more will come. */
    void finish() {
        if (av_audio_fifo_size(waiting) > 0) {
            encode();
        }
        int _ = avcodec_send_frame(context, null);
    }

    @Override
    public void close() {
        av_frame_free(converted);
        av_frame_free(piece);
        swr_free(resampler);
        if (waiting != null) {
            av_audio_fifo_free(waiting);
        }
        avcodec_free_context(context);
    }
}
