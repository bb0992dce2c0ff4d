package org.posescope.testkit;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import java.util.function.Consumer;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;

/** Draws pictures and encodes them with FFmpeg, at high quality. */
final class PictureEncoder implements AutoCloseable {
    private static final int ONE = 1 << 16;

    private final TestPicture picture;
    private final AVCodecContext context;
    private final AVFrame drawn = av_frame_alloc();
    private final AVFrame encoded = av_frame_alloc();
    private final AVPacket packet = av_packet_alloc();
    private final SwsContext scaler;

    /** What to encode and how; {@code pixelFormat} is FFmpeg's name. */
    record Settings(String encoder, String pixelFormat, int width, int height, int ticksPerSecond, int bFrames, int gop,
            int colourMatrix, int colourRange, boolean globalHeader, boolean interlaced) {}

    PictureEncoder(Settings settings, TestPicture picture) {
        this.picture = picture;
        AVCodec codec = avcodec_find_encoder_by_name(settings.encoder());
        int format = avutil.av_get_pix_fmt(settings.pixelFormat());
        context = avcodec_alloc_context3(codec);
        context.width(settings.width()).height(settings.height()).pix_fmt(format);
        context.time_base(avutil.av_make_q(1, settings.ticksPerSecond()));
        // For MPEG codecs and JPEG two is nearly perfect, for WebP a hundred is.
        int quality = settings.encoder().equals("libwebp") ? 100 : 2;
        context.bit_rate(8_000_000).global_quality(quality * avutil.FF_QP2LAMBDA).max_b_frames(settings.bFrames())
                .gop_size(settings.gop()).colorspace(settings.colourMatrix()).color_range(settings.colourRange())
                .thread_count(1);
        context.flags(context.flags() | avcodec.AV_CODEC_FLAG_QSCALE
                | (settings.globalHeader() ? avcodec.AV_CODEC_FLAG_GLOBAL_HEADER : 0)
                | (settings.interlaced()
                        ? avcodec.AV_CODEC_FLAG_INTERLACED_DCT | avcodec.AV_CODEC_FLAG_INTERLACED_ME
                        : 0));
        context.strict_std_compliance(avcodec.FF_COMPLIANCE_UNOFFICIAL);
        Ffmpeg.check(avcodec_open2(context, codec, (AVDictionary) null));
        allocate(drawn, settings, avutil.AV_PIX_FMT_BGRA);
        allocate(encoded, settings, format);
        encoded.color_range(settings.colourRange()).colorspace(settings.colourMatrix())
                .quality(context.global_quality());
        if (settings.interlaced()) {
            encoded.flags(encoded.flags() | AVFrame.AV_FRAME_FLAG_INTERLACED | AVFrame.AV_FRAME_FLAG_TOP_FIELD_FIRST);
        }
        scaler = sws_getContext(settings.width(), settings.height(), avutil.AV_PIX_FMT_BGRA, settings.width(),
                settings.height(), format, swscale.SWS_BICUBIC | swscale.SWS_ACCURATE_RND, null, null,
                (DoublePointer) null);
        IntPointer matrix = sws_getCoefficients(settings.colourMatrix());
        sws_setColorspaceDetails(scaler, matrix, 1, matrix, settings.colourRange() == avutil.AVCOL_RANGE_JPEG ? 1 : 0,
                0,
                ONE, ONE);
    }

    private static void allocate(AVFrame frame, Settings settings, int format) {
        frame.width(settings.width()).height(settings.height()).format(format);
        Ffmpeg.check(av_frame_get_buffer(frame, 0));
    }

    AVCodecContext context() {
        return context;
    }

    /** @param packets get each packet that comes out; it is valid during the call */
    void encode(int index, long pts, Consumer<AVPacket> packets) {
        draw(index);
        Ffmpeg.check(avutil.av_frame_make_writable(encoded));
        Ffmpeg.check(sws_scale(scaler, drawn.data(), drawn.linesize(), 0, drawn.height(), encoded.data(),
                encoded.linesize()));
        encoded.pts(pts);
        Ffmpeg.check(avcodec_send_frame(context, encoded));
        drain(packets);
    }

    void finish(Consumer<AVPacket> packets) {
        Ffmpeg.check(avcodec_send_frame(context, null));
        drain(packets);
    }

    private void draw(int index) {
        BytePointer pixels = drawn.data(0);
        for (int y = 0; y < drawn.height(); y++) {
            for (int x = 0; x < drawn.width(); x++) {
                int bgra = picture.bgra(index, (x + 0.5) / drawn.width(), (y + 0.5) / drawn.height());
                pixels.putInt((long) y * drawn.linesize(0) + x * (long) Integer.BYTES, bgra);
            }
        }
    }

    private void drain(Consumer<AVPacket> packets) {
        while (true) {
            int code = avcodec_receive_packet(context, packet);
            if (code == avutil.AVERROR_EAGAIN() || code == avutil.AVERROR_EOF()) {
                return;
            }
            Ffmpeg.check(code);
            packets.accept(packet);
            av_packet_unref(packet);
        }
    }

    @Override
    public void close() {
        sws_freeContext(scaler);
        av_frame_free(drawn);
        av_frame_free(encoded);
        av_packet_free(packet);
        avcodec_free_context(context);
    }
}
