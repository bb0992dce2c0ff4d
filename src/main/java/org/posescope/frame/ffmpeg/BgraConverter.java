package org.posescope.frame.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import java.util.Optional;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.posescope.frame.FramePool;
import org.posescope.frame.PixelBlock;

/**
 * Turns decoded pictures of any pixel format into upright opaque BGRA with square pixels, written straight into the memory
 * of a frame. What is transparent is laid over black, what is HDR is mapped into the range of usual screens. Not thread-safe.
 */
final class BgraConverter implements AutoCloseable {
    private static final int VECTOR = 16;
    private static final double[] OPAQUE_BLACK = {0, 0, 0, 255};

    private final FramePool pool;
    private final PointerPointer<BytePointer> planes = new PointerPointer<>(AVFrame.AV_NUM_DATA_POINTERS);
    private final IntPointer strides = new IntPointer(AVFrame.AV_NUM_DATA_POINTERS);
    private final AVFrame staging = av_frame_alloc();
    private Scaler scaler;
    private Optional<ToneMap> toneMap = Optional.empty();

    BgraConverter(FramePool pool) {
        this.pool = pool;
        planes.zero();
        strides.zero();
    }

    /** The size that {@link #convert} gives {@code picture}. */
    static PictureSize sizeOf(AVFrame picture) {
        return PictureSize.of(picture).turned(Orientation.of(picture));
    }

    /**
     * @return a block of the pool, the caller's to release
     * @throws org.posescope.error.UserException when the pixel format is one that cannot be shown
     */
    PixelBlock convert(AVFrame picture) {
        PictureSize square = PictureSize.of(picture);
        Orientation orientation = Orientation.of(picture);
        PictureSize upright = square.turned(orientation);
        prepare(picture, Scaler.Conversion.of(picture, square));
        PixelBlock block = pool.acquire(upright.width(), upright.height());
        try (BytePointer target = new BytePointer(block.pixels().asByteBuffer())) {
            if (toneMap.isPresent()) {
                convertHdr(picture, square, orientation, block);
            } else if (orientation.upright() && fillsPackedRows(square.width()) && !scaler.conversion().hasAlpha()) {
                scale(picture, target, square.width() * PixelBlock.BYTES_PER_PIXEL);
            } else {
                stage(square);
                scale(picture, staging.data(0), staging.linesize(0));
                finish(square, orientation, upright, target, staging.data(0), staging.linesize(0));
            }
        } catch (RuntimeException | Error e) {
            block.release();
            throw e;
        }
        return block;
    }

    /**
     * FFmpeg's fastest conversions work on 16 pixels at a time. They leave out up to seven pixels at the end of a row when
     * rows are packed ({@code YUV2RGB_LOOP} in {@code libswscale/x86/yuv2rgb_template.c}), and otherwise write past the
     * row, which the next row or {@link PixelBlock#SLACK} takes.
     */
    private static boolean fillsPackedRows(int width) {
        int rest = width % VECTOR;
        return rest == 0 || rest >= VECTOR / 2;
    }

    private void prepare(AVFrame picture, Scaler.Conversion conversion) {
        if (scaler == null || !scaler.conversion().equals(conversion)) {
            closeScaler();
            scaler = new Scaler(conversion);
            toneMap = HdrTransfer.of(picture).map(transfer -> new ToneMap(transfer, transfer.peakNits(picture),
                    picture.color_primaries() != avutil.AVCOL_PRI_BT709));
        }
    }

    /** Memory for a picture that is not finished yet, with room at the end of each row. */
    private void stage(PictureSize size) {
        int padded = (size.width() / VECTOR + 2) * VECTOR;
        if (staging.width() != padded || staging.height() != size.height()) {
            av_frame_unref(staging);
            staging.width(padded).height(size.height()).format(scaler.conversion().output());
            int code = av_frame_get_buffer(staging, 0);
            if (code < 0) {
                throw new OutOfMemoryError("a picture of " + size.width() + " x " + size.height() + ": "
                        + FfmpegErrors.text(code));
            }
        }
    }

    private void scale(AVFrame picture, BytePointer target, int stride) {
        planes.put(0, target);
        strides.put(0, stride);
        check(sws_scale(scaler.context(), picture.data(), picture.linesize(), 0, picture.height(), planes, strides));
    }

    private static void check(int rows) {
        if (rows < 0) {
            throw new IllegalStateException("FFmpeg could not convert a picture: " + FfmpegErrors.text(rows));
        }
    }

    private void convertHdr(AVFrame picture, PictureSize square, Orientation orientation, PixelBlock block) {
        stage(square);
        check(sws_scale(scaler.context(), picture.data(), picture.linesize(), 0, picture.height(), staging.data(),
                staging.linesize()));
        ToneMap.Planes wide = ToneMap.Planes.of(staging);
        if (orientation.upright()) {
            toneMap.get().apply(wide, block.pixels(), square.width(), square.height());
            return;
        }
        PixelBlock stored = pool.acquire(square.width(), square.height());
        try (BytePointer source = new BytePointer(stored.pixels().asByteBuffer());
                BytePointer target = new BytePointer(block.pixels().asByteBuffer())) {
            toneMap.get().apply(wide, stored.pixels(), square.width(), square.height());
            finish(square, orientation, square.turned(orientation), target, source,
                    square.width() * PixelBlock.BYTES_PER_PIXEL);
        } finally {
            stored.release();
        }
    }

    /** From the memory of a picture as it is stored to the frame. */
    private void finish(PictureSize square, Orientation orientation, PictureSize upright, BytePointer target,
            BytePointer source, int stride) {
        try (Mat stored = new Mat(square.height(), square.width(), opencv_core.CV_8UC4, source, stride);
                Mat result = new Mat(upright.height(), upright.width(), opencv_core.CV_8UC4, target)) {
            orientation.apply(stored, result);
            if (scaler.conversion().hasAlpha()) {
                layOverBlack(result);
            }
        }
    }

    private static void layOverBlack(Mat picture) {
        opencv_imgproc.cvtColor(picture, picture, opencv_imgproc.COLOR_RGBA2mRGBA);
        try (Mat alpha = new Mat(OPAQUE_BLACK)) {
            opencv_core.max(picture, alpha, picture);
        }
    }

    private void closeScaler() {
        av_frame_unref(staging);
        if (scaler != null) {
            scaler.close();
            scaler = null;
        }
    }

    @Override
    public void close() {
        closeScaler();
        av_frame_free(staging);
        planes.close();
        strides.close();
    }
}
