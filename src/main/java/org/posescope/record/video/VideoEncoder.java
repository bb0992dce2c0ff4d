package org.posescope.record.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import java.util.List;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;
import org.posescope.error.UserException;

/** An open encoder: pictures in, packets out, without B-frames, so that packets come in the order of presentation. */
final class VideoEncoder implements AutoCloseable {
    private static final double MICROS = 1e6;
    /** An encoder that does not open is no error here, so that FFmpeg tells of it only when it is asked for details. */
    private static final int QUIETER = avutil.AV_LOG_VERBOSE - avutil.AV_LOG_ERROR;

    private final EncoderSetup setup;
    private final AVCodecContext context;
    private boolean closed;

    private VideoEncoder(EncoderSetup setup, AVCodecContext context) {
        this.setup = setup;
        this.context = context;
    }

    /**
     * Opens the first candidate that works here.
     *
     * @param globalHeader whether the container keeps the codec's parameter sets apart from the pictures
     * @throws UserException when none does
     */
    static VideoEncoder openFirst(List<EncoderSetup> candidates, VideoFormat format, TimeBase timeBase,
            boolean globalHeader) {
        StringBuilder refused = new StringBuilder();
        for (EncoderSetup setup : candidates) {
            AVCodec codec = avcodec_find_encoder_by_name(setup.encoder());
            if (codec != null) {
                AVCodecContext context = context(codec, setup, format, timeBase, globalHeader);
                int code = open(context, codec, setup);
                if (code >= 0) {
                    return new VideoEncoder(setup, context);
                }
                avcodec_free_context(context);
                refused.append(", ").append(setup.encoder()).append(": ").append(Ffmpeg.message(code));
            }
        }
        throw new UserException("No video encoder here takes pictures of " + format.width() + " x " + format.height()
                + " pixels in this kind of file" + refused + ".");
    }

    private static AVCodecContext context(AVCodec codec, EncoderSetup setup, VideoFormat format, TimeBase timeBase,
            boolean globalHeader) {
        AVCodecContext context = avcodec_alloc_context3(codec);
        try (AVRational unit = timeBase.rational(); AVRational fps = avutil.av_d2q(format.assumedFps(), 60_000)) {
            context.time_base(unit);
            context.framerate(fps);
        }
        context.width(format.width());
        context.height(format.height());
        context.pix_fmt(setup.pixelFormat());
        context.color_range(avutil.AVCOL_RANGE_MPEG);
        context.colorspace(avutil.AVCOL_SPC_BT709);
        context.color_primaries(avutil.AVCOL_PRI_BT709);
        context.color_trc(avutil.AVCOL_TRC_BT709);
        context.max_b_frames(0);
        context.log_level_offset(QUIETER);
        context.gop_size((int) Math.max(1, Math.round(setup.keyFrameMicros() / MICROS * format.assumedFps())));
        if (globalHeader) {
            context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        }
        return context;
    }

    private static int open(AVCodecContext context, AVCodec codec, EncoderSetup setup) {
        AVDictionary options = Ffmpeg.dictionary(setup.options());
        try {
            int code = avcodec_open2(context, codec, options);
            if (code >= 0 && avutil.av_dict_count(options) > 0) {
                throw new IllegalStateException(setup.encoder() + " does not know all of " + setup.options());
            }
            return code;
        } finally {
            avutil.av_dict_free(options);
        }
    }

    EncoderSetup setup() {
        return setup;
    }

    /** FFmpeg's view of the encoder, valid until {@link #close}. */
    AVCodecContext context() {
        return context;
    }

    /** Gives a picture to the encoder; null when there are no more. Fetch all packets with {@link #receive} after it. */
    void send(AVFrame picture) {
        Ffmpeg.check(avcodec_send_frame(context, picture), "encoding with " + setup.encoder());
    }

    /** Whether another compressed picture was ready; it is in {@code packet} then. */
    boolean receive(AVPacket packet) {
        int code = avcodec_receive_packet(context, packet);
        if (code == AVERROR_EAGAIN() || code == avutil.AVERROR_EOF) {
            return false;
        }
        Ffmpeg.check(code, "encoding with " + setup.encoder());
        return true;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            avcodec_free_context(context);
        }
    }
}
