package org.posescope.record.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR0;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NV12;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INP;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import java.lang.foreign.MemorySegment;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * BGRA to 4:2:0 YCbCr of one size: ITU-R BT.709, limited range. Pictures of another size are scaled to fit and centred on
 * black.
 */
final class PixelConverter implements AutoCloseable {
    private static final int UNITY = 1 << 16;
    private static final int BLACK_Y = 16;
    private static final int BLACK_CHROMA = 128;
    /** Bytes that swscale may write behind the end of a row, because its vectors are that long at most. */
    private static final int MOST_SPILL = 64;

    private final int width;
    private final int height;
    private final int pixelFormat;
    private final AVFrame target = av_frame_alloc();
    private final PointerPointer<BytePointer> sourcePlanes = new PointerPointer<>(4);
    private final IntPointer sourceStrides = new IntPointer(0, 0, 0, 0);
    private final PointerPointer<BytePointer> targetPlanes = new PointerPointer<>(4);
    private SwsContext scaler;
    private int sourceWidth;
    private int sourceHeight;
    private int shownWidth;
    private int shownHeight;
    private int left;
    private int top;
    private boolean closed;

    /** @param pixelFormat {@code AV_PIX_FMT_YUV420P} or {@code AV_PIX_FMT_NV12} */
    PixelConverter(int width, int height, int pixelFormat) {
        this.width = width;
        this.height = height;
        this.pixelFormat = pixelFormat;
        target.width(width);
        target.height(height);
        target.format(pixelFormat);
        target.color_range(avutil.AVCOL_RANGE_MPEG);
        target.colorspace(avutil.AVCOL_SPC_BT709);
        target.color_primaries(avutil.AVCOL_PRI_BT709);
        target.color_trc(avutil.AVCOL_TRC_BT709);
        Ffmpeg.check(av_frame_get_buffer(target, 0), "allocating a picture");
    }

    /**
     * Converts a picture.
     *
     * @param bgra packed rows, {@code 4 * pictureWidth * pictureHeight} bytes of native memory
     * @return the converter's own frame, valid until the next call
     */
    AVFrame convert(MemorySegment bgra, int pictureWidth, int pictureHeight) {
        Ffmpeg.check(av_frame_make_writable(target), "allocating a picture");
        if (pictureWidth != sourceWidth || pictureHeight != sourceHeight) {
            prepare(pictureWidth, pictureHeight);
        }
        try (BytePointer pixels = new BytePointer(bgra.asByteBuffer())) {
            sourcePlanes.put(0, pixels);
            for (int plane = 0; plane < planes(); plane++) {
                targetPlanes.put(plane, corner(plane));
            }
            Ffmpeg.check(
                    sws_scale(scaler, sourcePlanes, sourceStrides, 0, pictureHeight, targetPlanes, target.linesize()),
                    "converting colours");
        }
        if (hasBars()) {
            clearSpill();
        }
        return target;
    }

    private void prepare(int pictureWidth, int pictureHeight) {
        sws_freeContext(scaler);
        double scale = Math.min((double) width / pictureWidth, (double) height / pictureHeight);
        shownWidth = fit(pictureWidth * scale, width);
        shownHeight = fit(pictureHeight * scale, height);
        left = even((width - shownWidth) / 2);
        top = even((height - shownHeight) / 2);
        scaler = sws_getContext(pictureWidth, pictureHeight, AV_PIX_FMT_BGR0, shownWidth, shownHeight, pixelFormat,
                SWS_AREA | SWS_FULL_CHR_H_INP, null, null, (DoublePointer) null);
        if (scaler == null) {
            throw new IllegalStateException("no conversion from " + pictureWidth + " x " + pictureHeight + " pixels");
        }
        IntPointer bt709 = sws_getCoefficients(SWS_CS_ITU709);
        Ffmpeg.check(sws_setColorspaceDetails(scaler, bt709, 1, bt709, 0, 0, UNITY, UNITY), "setting colours");
        sourceStrides.put(0, 4 * pictureWidth);
        sourceWidth = pictureWidth;
        sourceHeight = pictureHeight;
        if (hasBars()) {
            fillBlack();
        }
    }

    private boolean hasBars() {
        return shownWidth != width || shownHeight != height;
    }

    /** Chroma counts in twos, so a picture that does not fill the side has an even one. */
    private static int fit(double side, int limit) {
        return side > limit - 0.5 ? limit : Math.max(1, even((int) Math.round(side)));
    }

    private static int even(int n) {
        return n & ~1;
    }

    private void fillBlack() {
        for (int plane = 0; plane < planes(); plane++) {
            int rows = plane == 0 ? height : chroma(height);
            BytePointer.memset(target.data(plane), black(plane), (long) rows * target.linesize(plane));
        }
    }

    /** Makes black what was written behind the ends of the rows; the next row may begin there. */
    private void clearSpill() {
        for (int plane = 0; plane < planes(); plane++) {
            int stride = target.linesize(plane);
            int columns = plane == 0 ? shownWidth : chroma(shownWidth);
            int shown = plane == 0 || pixelFormat != AV_PIX_FMT_NV12 ? columns : 2 * columns;
            int spill = Math.min(MOST_SPILL, stride - shown);
            BytePointer corner = corner(plane);
            MemorySegment bytes = MemorySegment.ofAddress(target.data(plane).address())
                    .reinterpret((long) (plane == 0 ? height : chroma(height)) * stride);
            long end = corner.position() + shown;
            for (int row = 0; row < (plane == 0 ? shownHeight : chroma(shownHeight)); row++) {
                bytes.asSlice(end, Math.min(spill, bytes.byteSize() - end)).fill(black(plane));
                end += stride;
            }
        }
    }

    private static int chroma(int side) {
        return (side + 1) / 2;
    }

    private static byte black(int plane) {
        return (byte) (plane == 0 ? BLACK_Y : BLACK_CHROMA);
    }

    private int planes() {
        return pixelFormat == AV_PIX_FMT_NV12 ? 2 : 3;
    }

    private BytePointer corner(int plane) {
        int rows = plane == 0 ? top : top / 2;
        int bytes = plane == 0 || pixelFormat == AV_PIX_FMT_NV12 ? left : left / 2;
        return target.data(plane).position((long) rows * target.linesize(plane) + bytes);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            sws_freeContext(scaler);
            av_frame_free(target);
            sourcePlanes.close();
            sourceStrides.close();
            targetPlanes.close();
        }
    }
}
