package org.posescope.testkit;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;
import org.bytedeco.javacv.FrameGrabber.ImageMode;

/**
 * A video as another program sees it.
 *
 * @param width          pixels, as the container says
 * @param height         likewise
 * @param codec          FFmpeg's name
 * @param declaredMicros length that the container declares
 * @param pictures       all of them, in the order in which they come
 */
public record VideoFile(int width, int height, String codec, long declaredMicros, List<Picture> pictures) {

    /**
     * One decoded picture, 4:2:0.
     *
     * @param number  what {@link TestPictures} wrote into it
     * @param keyFrame whether it is decoded without others
     */
    public record Picture(long ptsMicros, int width, int height, int number, boolean keyFrame) {}

    /** Reads a whole file. */
    public static VideoFile read(Path file) {
        List<Picture> pictures = new ArrayList<>();
        return read(file, planes -> pictures.add(planes.picture()), pictures);
    }

    /** Reads a whole file and shows every picture's planes to {@code visitor}. */
    public static VideoFile read(Path file, Consumer<Planes> visitor) {
        return read(file, visitor, List.of());
    }

    private static VideoFile read(Path file, Consumer<Planes> visitor, List<Picture> pictures) {
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file.toFile())) {
            grabber.setImageMode(ImageMode.RAW);
            grabber.start();
            for (Frame frame = grabber.grabImage(); frame != null; frame = grabber.grabImage()) {
                visitor.accept(new Planes((AVFrame) frame.opaque, frame.timestamp, frame.keyFrame));
            }
            return new VideoFile(grabber.getImageWidth(), grabber.getImageHeight(), grabber.getVideoCodecName(),
                    grabber.getLengthInTime(), pictures);
        } catch (FrameGrabber.Exception e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    public List<Integer> numbers() {
        return pictures.stream().map(Picture::number).toList();
    }

    public List<Long> times() {
        return pictures.stream().map(Picture::ptsMicros).toList();
    }

    /** The planes of a picture, valid during the visit only. */
    public static final class Planes {
        private final AVFrame frame;
        private final long ptsMicros;
        private final boolean keyFrame;

        Planes(AVFrame frame, long ptsMicros, boolean keyFrame) {
            if (frame.format() != AV_PIX_FMT_YUV420P) {
                throw new IllegalStateException("not 4:2:0: " + frame.format());
            }
            this.frame = frame;
            this.ptsMicros = ptsMicros;
            this.keyFrame = keyFrame;
        }

        public int width() {
            return frame.width();
        }

        public int height() {
            return frame.height();
        }

        public long ptsMicros() {
            return ptsMicros;
        }

        /** Whether the picture says that it is BT.709 of limited range. */
        public boolean taggedBt709() {
            return frame.colorspace() == AVCOL_SPC_BT709 && frame.color_range() == AVCOL_RANGE_MPEG;
        }

        Picture picture() {
            return new Picture(ptsMicros, width(), height(), TestPictures.number(width(), this::luma), keyFrame);
        }

        public int luma(int x, int y) {
            return sample(0, x, y);
        }

        private int sample(int plane, int x, int y) {
            return frame.data(plane).get((long) y * frame.linesize(plane) + x) & 0xff;
        }

        /** Blue, green and red, 0..255, by ITU-R BT.709 from limited range, chroma taken from the nearest sample. */
        public double[] bgr(int x, int y) {
            double luma = (sample(0, x, y) - 16) / 219.0;
            double cb = (sample(1, x / 2, y / 2) - 128) / 224.0;
            double cr = (sample(2, x / 2, y / 2) - 128) / 224.0;
            double blue = luma + 1.8556 * cb;
            double red = luma + 1.5748 * cr;
            double green = (luma - 0.2126 * red - 0.0722 * blue) / 0.7152;
            return new double[] {to255(blue), to255(green), to255(red)};
        }

        private static double to255(double value) {
            return Math.clamp(value * 255, 0, 255);
        }
    }
}
