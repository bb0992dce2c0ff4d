package org.posescope.record.video;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.bytedeco.ffmpeg.global.avutil;
import org.posescope.error.UserException;

/**
 * One of FFmpeg's encoders and how to ask it for a quality that stays the same over the whole video. Options as its own
 * documentation names them (ffmpeg-codecs, FFmpeg 8.0).
 *
 * @param encoder     FFmpeg's name
 * @param pixelFormat what it takes, one of {@code AV_PIX_FMT_*}
 * @param options     by name
 */
record EncoderSetup(String encoder, int pixelFormat, Map<String, String> options) {
    private static final String OPEN_H264 = "libopenh264";
    /** In the order in which they are tried; one that is not there does not open. */
    private static final List<EncoderChoice> HARDWARE = List.of(EncoderChoice.NVENC, EncoderChoice.QSV,
            EncoderChoice.AMF, EncoderChoice.VIDEOTOOLBOX, EncoderChoice.MEDIA_FOUNDATION);
    private static final long USUAL_KEY_FRAME_MICROS = 2_000_000;
    /** libopenh264 can leave thin lines of what has moved standing on a still background until the next key frame. */
    private static final long OPEN_H264_KEY_FRAME_MICROS = 500_000;
    private static final int SLICES_A_THREAD = 4;
    private static final int LEAST_SLICE_ROWS = 64;
    /** Of libopenh264. */
    private static final int MOST_SLICES = 32;

    EncoderSetup {
        options = Map.copyOf(options);
    }

    /** The time from one key frame to the next, microseconds. */
    long keyFrameMicros() {
        return encoder.equals(OPEN_H264) ? OPEN_H264_KEY_FRAME_MICROS : USUAL_KEY_FRAME_MICROS;
    }

    /**
     * What to try, best first, for pictures of a size in a container.
     *
     * @throws UserException when the encoder that was chosen makes what the container does not hold, or not of such pictures
     */
    static List<EncoderSetup> candidates(VideoContainer container, int width, int height, VideoOptions options) {
        EncoderChoice choice = options.encoder();
        if (!choice.chosen()) {
            return container.codecs().stream().filter(codec -> codec.holds(width, height))
                    .flatMap(codec -> setups(codec, height, options)).toList();
        }
        if (!container.codecs().contains(choice.codec())) {
            throw new UserException("A ." + container.extension() + " file holds no " + choice.codec().title()
                    + ", which the chosen encoder makes.");
        }
        if (!choice.codec().holds(width, height)) {
            throw new UserException("No video encoder here takes pictures of " + width + " x " + height + " pixels as "
                    + choice.codec().title()
                    + ", whose sides are even and 16 pixels or more: choose another size or another encoder.");
        }
        return List.of(setup(choice, height, options));
    }

    private static Stream<EncoderSetup> setups(VideoCodec codec, int height, VideoOptions options) {
        Stream<EncoderChoice> cards = codec == VideoCodec.H264 && options.encoder() == EncoderChoice.GRAPHICS_CARD
                ? HARDWARE.stream()
                : Stream.empty();
        return Stream.concat(cards.map(card -> setup(card, height, options)),
                Stream.of(software(codec, height, options)));
    }

    private static EncoderSetup setup(EncoderChoice choice, int height, VideoOptions options) {
        return HARDWARE.contains(choice) ? hardware(choice, options) : software(choice.codec(), height, options);
    }

    private static EncoderSetup software(VideoCodec codec, int height, VideoOptions options) {
        String threads = Integer.toString(options.threads());
        return switch (codec) {
            case H264 -> {
                String qp = Integer.toString(h264Quantizer(options));
                yield new EncoderSetup(OPEN_H264, avutil.AV_PIX_FMT_YUV420P, Map.of("rc_mode", "quality", "qmin",
                        qp, "qmax", qp, "profile", "high", "threads", threads, "slices",
                        Integer.toString(slices(height, options.threads()))));
            }
            case VP9 -> new EncoderSetup("libvpx-vp9", avutil.AV_PIX_FMT_YUV420P,
                    Map.of("crf", Integer.toString(vp9Quantizer(options)), "b", "0", "deadline", "realtime",
                            "cpu-used", "8", "lag-in-frames", "0", "row-mt", "1", "threads", threads));
            case MPEG4 -> new EncoderSetup("mpeg4", avutil.AV_PIX_FMT_YUV420P, Map.of("flags", "+qscale",
                    "global_quality", Integer.toString(mpeg4Lambda(options)), "threads", threads));
        };
    }

    private static EncoderSetup hardware(EncoderChoice choice, VideoOptions options) {
        String qp = Integer.toString(h264Quantizer(options));
        String quality = Integer.toString(options.quality());
        int appleQuality = options.quality() * avutil.FF_QP2LAMBDA;
        return switch (choice) {
            case NVENC -> new EncoderSetup("h264_nvenc", avutil.AV_PIX_FMT_YUV420P, Map.of("rc", "constqp", "qp", qp));
            case QSV -> new EncoderSetup("h264_qsv", avutil.AV_PIX_FMT_NV12, Map.of("global_quality", qp));
            case AMF -> new EncoderSetup("h264_amf", avutil.AV_PIX_FMT_NV12,
                    Map.of("rc", "cqp", "qp_i", qp, "qp_p", qp));
            case VIDEOTOOLBOX -> new EncoderSetup("h264_videotoolbox", avutil.AV_PIX_FMT_NV12,
                    Map.of("flags", "+qscale", "global_quality", Integer.toString(appleQuality)));
            case MEDIA_FOUNDATION -> new EncoderSetup("h264_mf", avutil.AV_PIX_FMT_NV12,
                    Map.of("hw_encoding", "1", "rate_control", "quality", "quality", quality));
            case AUTOMATIC, GRAPHICS_CARD, H264, VP9, MPEG4 -> throw new IllegalArgumentException(choice
                    + " is no encoder of a graphics card");
        };
    }

    /**
     * Several for each thread, because other work on the same cores delays one of them and the rest must not wait for it; each at
     * least 64 rows tall, because every slice costs some bits.
     */
    private static int slices(int height, int threads) {
        return Math.clamp((long) height / LEAST_SLICE_ROWS, 1, Math.min(SLICES_A_THREAD * threads, MOST_SLICES));
    }

    /** 48 down to 16; 24 at quality 75. */
    private static int h264Quantizer(VideoOptions options) {
        return Math.round(48 - 0.32f * options.quality());
    }

    /** On libvpx's scale 0 to 63; the same PSNR as H.264 within 1 dB on real clips. */
    private static int vp9Quantizer(VideoOptions options) {
        return Math.round(1.3f * h264Quantizer(options) - 3);
    }

    /** Where the quantizer of H.264 grows by 6, that of MPEG-4 part 2 doubles: 2 stands beside 18. */
    private static int mpeg4Lambda(VideoOptions options) {
        double quantizer = 2 * Math.pow(2, (h264Quantizer(options) - 18) / 6.0);
        return (int) Math.round(Math.clamp(quantizer, 1, 31) * avutil.FF_QP2LAMBDA);
    }
}
