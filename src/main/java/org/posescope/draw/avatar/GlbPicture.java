package org.posescope.draw.avatar;

import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2BGRA;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_GRAY2BGRA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A picture of a glTF file (PNG or JPEG), brought to the size of a square.
 *
 * @param pixels {@code 0xAARRGGBB}, row by row from the top
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record GlbPicture(int[] pixels) {
    private static final int GREY = 1;
    private static final int OPAQUE = 3;
    private static final int WITH_ALPHA = 4;

    /** @throws IllegalArgumentException when it cannot be decoded */
    static GlbPicture read(Glb file, int image, int side) {
        ByteBuffer encoded = file.view(file.at("images", image).path("bufferView").asInt(-1));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        try (BytePointer pointer = new BytePointer(bytes);
                Mat input = new Mat(1, bytes.length, CV_8UC1, pointer);
                Mat decoded = imdecode(input, IMREAD_UNCHANGED);
                Mat bgra = new Mat();
                Mat scaled = new Mat();
                Size size = new Size(side, side)) {
            if (decoded.empty() || decoded.depth() != CV_8U) {
                throw new IllegalArgumentException("its picture " + image + " cannot be decoded");
            }
            switch (decoded.channels()) {
                case GREY -> cvtColor(decoded, bgra, COLOR_GRAY2BGRA);
                case OPAQUE -> cvtColor(decoded, bgra, COLOR_BGR2BGRA);
                case WITH_ALPHA -> decoded.copyTo(bgra);
                default -> throw new IllegalArgumentException("its picture " + image + " has "
                        + decoded.channels() + " channels");
            }
            resize(bgra, scaled, size, 0, 0, bgra.cols() > side ? INTER_AREA : INTER_LINEAR);
            int[] pixels = new int[side * side];
            IntBuffer all = scaled.data().capacity(4L * pixels.length).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN)
                    .asIntBuffer();
            all.get(pixels);
            return new GlbPicture(pixels);
        }
    }
}
