package org.posescope.frame.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_init_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import java.util.Set;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.posescope.error.UserException;
import org.posescope.frame.source.Sources;

/** FFmpeg's scaler, set up for one conversion to BGRA or planes, with the alpha that the picture has and the transfer function of its light. */
final class Scaler implements AutoCloseable {
    // Pictures with halved colour (4:2:0, 4:2:2) that keep their size take FFmpeg's fastest path with these flags: 0.5 ms for
    // 1080x1920 on one core, 0.8 grey levels off on average and 3.3 at most. SWS_ACCURATE_RND takes 2.5 ms and is no closer;
    // together with SWS_FULL_CHR_H_INT it is exact and takes 9.5 ms.
    private static final int FLAGS = swscale.SWS_BILINEAR;
    private static final int ONE = 1 << 16;
    private static final int HD_WIDTH = 1280;
    private static final int SD_HEIGHT = 576;
    private static final Set<Integer> FULL_RANGE_FORMATS = Set.of(avutil.AV_PIX_FMT_YUVJ420P,
            avutil.AV_PIX_FMT_YUVJ422P, avutil.AV_PIX_FMT_YUVJ444P, avutil.AV_PIX_FMT_YUVJ440P,
            avutil.AV_PIX_FMT_YUVJ411P);

    private final Conversion conversion;
    private final SwsContext context = sws_alloc_context();

    /**
     * Everything on which a scaler depends.
     *
     * @param format    FFmpeg's pixel format
     * @param width     pixels as stored
     * @param height    pixels as stored
     * @param target    size to scale to
     * @param matrix    colour matrix (AVColorSpace)
     * @param fullRange whether luma goes from 0 to 255 and not from 16 to 235
     * @param output    FFmpeg's pixel format: BGRA, or for HDR planes of 16 bits, because packed 16 bits come out wrong (FFmpeg 8.0)
     */
    record Conversion(int format, int width, int height, PictureSize target, int matrix, boolean fullRange,
            int output) {
        static Conversion of(AVFrame picture, PictureSize target) {
            boolean full = picture.color_range() == avutil.AVCOL_RANGE_JPEG
                    || FULL_RANGE_FORMATS.contains(picture.format());
            return new Conversion(picture.format(), picture.width(), picture.height(), target, matrix(picture, full),
                    full, HdrTransfer.of(picture).isPresent() ? avutil.AV_PIX_FMT_GBRP16LE : avutil.AV_PIX_FMT_BGRA);
        }

        /** Where the file does not tell, what players do: BT.709 for high definition, BT.601 for less and for JPEG. */
        private static int matrix(AVFrame picture, boolean full) {
            if (picture.colorspace() != avutil.AVCOL_SPC_UNSPECIFIED) {
                return picture.colorspace();
            }
            boolean highDefinition = picture.width() >= HD_WIDTH || picture.height() > SD_HEIGHT;
            return highDefinition && !full ? avutil.AVCOL_SPC_BT709 : avutil.AVCOL_SPC_SMPTE170M;
        }

        /** Whether pixels can be transparent. */
        boolean hasAlpha() {
            return (av_pix_fmt_desc_get(format).flags() & avutil.AV_PIX_FMT_FLAG_ALPHA) != 0;
        }
    }

    /** @throws UserException when FFmpeg cannot read the pixel format */
    Scaler(Conversion conversion) {
        this.conversion = conversion;
        context.src_w(conversion.width()).src_h(conversion.height()).src_format(conversion.format())
                .dst_w(conversion.target().width()).dst_h(conversion.target().height())
                .dst_format(conversion.output()).flags(FLAGS);
        if (sws_init_context(context, null, null) < 0) {
            sws_freeContext(context);
            try (BytePointer name = av_get_pix_fmt_name(conversion.format())) {
                throw new UserException("pictures in the pixel format " + name.getString() + " cannot be shown");
            }
        }
        IntPointer matrix = sws_getCoefficients(conversion.matrix());
        // Sources that are RGB already have no matrix; FFmpeg says so with an error that means nothing here.
        sws_setColorspaceDetails(context, matrix, conversion.fullRange() ? 1 : 0, matrix, 1, 0, ONE, ONE);
    }

    Conversion conversion() {
        return conversion;
    }

    SwsContext context() {
        return context;
    }

    @Override
    public void close() {
        sws_freeContext(context);
    }
}
