package org.posescope.frame.ffmpeg;

import java.util.Locale;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.posescope.error.UserException;

/** Packets in, whole pictures out, in the order in which they are shown. Not thread-safe. */
final class PictureDecoder implements AutoCloseable {
    /** Larger pictures are refused before memory is set aside for them; an 8K frame has 33 million pixels. */
    static final long MAX_PIXELS = 100_000_000;

    /** What {@link #receive} found. */
    enum Outcome {
        PICTURE, NEEDS_PACKET, END
    }

    private final AVCodecContext context;
    private final Deinterlacer deinterlacer;
    private long damaged;

    /**
     * @param live whether pictures are to come out as soon as they can rather than as many as possible a second
     * @throws UserException when there is no decoder for the stream
     */
    PictureDecoder(AVStream stream, MediaInput input, boolean live) {
        AVCodecParameters parameters = stream.codecpar();
        if (parameters.codec_id() == avcodec.AV_CODEC_ID_NONE) {
            throw new UserException(input.name() + " is damaged: it does not say how its video is encoded");
        }
        if ((long) parameters.width() * parameters.height() > MAX_PIXELS) {
            throw FfmpegErrors.tooLarge(input, parameters.width(), parameters.height());
        }
        AVCodec codec = avcodec_find_decoder(parameters.codec_id());
        if (codec == null) {
            throw new UserException(
                    String.format(Locale.ROOT, "%s is encoded as %s, which cannot be decoded here", input.name(),
                            avcodec_get_name(parameters.codec_id()).getString()));
        }
        deinterlacer = new Deinterlacer(stream.time_base());
        context = avcodec_alloc_context3(codec);
        int code = avcodec_parameters_to_context(context, parameters);
        context.pkt_timebase(stream.time_base());
        context.max_pixels(MAX_PIXELS);
        context.thread_count(input.threads());
        // Each frame thread holds one picture back, which a live picture has no time for.
        context.thread_type(live
                ? AVCodecContext.FF_THREAD_SLICE
                : AVCodecContext.FF_THREAD_FRAME | AVCodecContext.FF_THREAD_SLICE);
        if (code >= 0) {
            code = avcodec_open2(context, codec, (AVDictionary) null);
        }
        if (code < 0) {
            avcodec_free_context(context);
            throw new UserException(
                    String.format(Locale.ROOT, "%s cannot be decoded: %s", input.name(), FfmpegErrors.text(code)));
        }
    }

    /**
     * @param packet null: no more will come, so that pictures still held back come out
     * @param shown  whether its picture is wanted; where it is not, it is decoded only as far as others need it
     */
    void send(AVPacket packet, boolean shown) {
        // The deinterlacer looks at the pictures before and after.
        context.skip_frame(shown || interlaced() ? avcodec.AVDISCARD_DEFAULT : avcodec.AVDISCARD_NONREF);
        int code = avcodec_send_packet(context, packet);
        if (code < 0 && code != avutil.AVERROR_EOF()) {
            damaged++;
        }
    }

    /** @param picture filled when the outcome is a picture, valid until the next call */
    Outcome receive(AVFrame picture) {
        while (true) {
            if (deinterlacer.give(picture)) {
                return Outcome.PICTURE;
            }
            int code = avcodec_receive_frame(context, picture);
            if (code >= 0) {
                damaged += picture.decode_error_flags() == 0 ? 0 : 1;
                if (deinterlacer.take(picture)) {
                    continue;
                }
                return Outcome.PICTURE;
            }
            if (code == avutil.AVERROR_EAGAIN()) {
                return Outcome.NEEDS_PACKET;
            }
            if (code == avutil.AVERROR_EOF()) {
                deinterlacer.finish();
                return deinterlacer.give(picture) ? Outcome.PICTURE : Outcome.END;
            }
            damaged++;
        }
    }

    /** Whether pictures are made whole of interlaced ones. */
    boolean interlaced() {
        return deinterlacer.active();
    }

    /** Pictures that could not be decoded, or only in part, since the decoder was flushed. */
    long damaged() {
        return damaged;
    }

    /** Forgets everything that was sent, as before packets from another place of the stream. */
    void flush() {
        avcodec_flush_buffers(context);
        deinterlacer.flush();
        damaged = 0;
    }

    @Override
    public void close() {
        deinterlacer.close();
        avcodec_free_context(context);
    }
}
