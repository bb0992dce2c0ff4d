package org.posescope.frame.ffmpeg;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Makes pictures for usual screens of HDR ones. Light of the screen for which they were made (ITU-R BT.2100) stays as it is on a
 * screen of 100 cd/m² and gamma 2.4 (ITU-R BT.2035, BT.1886), in the colours of BT.709; what is brighter than most of that range is
 * pressed into the rest of it (extended Reinhard), by the same factor for the three colours of a pixel, so that their hue stays.
 */
final class ToneMap {
    private static final ValueLayout.OfShort SAMPLE = ValueLayout.JAVA_SHORT_UNALIGNED
            .withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int DROPPED_BITS = 4;
    private static final double WHITE_NITS = 100;
    private static final double GAMMA = 2.4;
    private static final double HLG_GAMMA = 1.2;
    /** Share of white up to which nothing is pressed. */
    private static final double KNEE = 0.6;
    private static final int VALUES = 1 << 12;
    private static final int STEPS = 1 << 16;

    private final HdrTransfer transfer;
    private final boolean wideColours;
    private final float peak;
    private final float[] light = new float[VALUES];
    private final float pressedStep;
    private final float[] pressed = new float[STEPS + 1];
    private final float[] systemGain = new float[STEPS + 1];
    private final byte[] coded = new byte[STEPS + 1];

    /** Colours of a picture, each 16 bits in rows of {@code stride} bytes. */
    record Planes(MemorySegment green, MemorySegment blue, MemorySegment red, int stride) {
        /** @param picture in {@code AV_PIX_FMT_GBRP16LE}; must stay as long as these are used */
        static Planes of(AVFrame picture) {
            return new Planes(plane(picture, 0), plane(picture, 1), plane(picture, 2), picture.linesize(0));
        }

        private static MemorySegment plane(AVFrame picture, int number) {
            return MemorySegment.ofAddress(picture.data(number).address())
                    .reinterpret((long) picture.linesize(number) * picture.height());
        }
    }

    /**
     * @param peakNits    the brightest that the picture is made for
     * @param wideColours whether its primaries are those of BT.2020
     */
    ToneMap(HdrTransfer transfer, double peakNits, boolean wideColours) {
        this.transfer = transfer;
        this.wideColours = wideColours;
        this.peak = (float) (peakNits / WHITE_NITS);
        this.pressedStep = STEPS / peak;
        double unit = transfer == HdrTransfer.PQ ? WHITE_NITS : 1;
        for (int i = 0; i < VALUES; i++) {
            light[i] = (float) (transfer.light((double) i / (VALUES - 1)) / unit);
        }
        for (int i = 0; i <= STEPS; i++) {
            pressed[i] = (float) (STEPS * press(peak * i / STEPS));
            systemGain[i] = (float) (peak * Math.pow((double) i / STEPS, HLG_GAMMA - 1));
            coded[i] = (byte) Math.round(255 * Math.pow((double) i / STEPS, 1 / GAMMA));
        }
    }

    /** By how much a pixel is made darker whose brightest colour is this, in units of white. */
    private double press(double brightest) {
        if (brightest <= KNEE) {
            return 1;
        }
        double over = (brightest - KNEE) / (1 - KNEE);
        double most = (peak - KNEE) / (1 - KNEE);
        return Math.min(1, KNEE + (1 - KNEE) * over * (1 + over / (most * most)) / (1 + over)) / brightest;
    }

    /**
     * Converts a picture.
     *
     * @param target BGRA, 8 bits a channel, packed rows; becomes opaque
     */
    void apply(Planes source, MemorySegment target, int width, int height) {
        short[] blue = new short[width];
        short[] green = new short[width];
        short[] red = new short[width];
        int[] mapped = new int[width];
        for (int y = 0; y < height; y++) {
            long from = (long) y * source.stride();
            MemorySegment.copy(source.blue(), SAMPLE, from, blue, 0, width);
            MemorySegment.copy(source.green(), SAMPLE, from, green, 0, width);
            MemorySegment.copy(source.red(), SAMPLE, from, red, 0, width);
            for (int x = 0; x < width; x++) {
                mapped[x] = map(light(blue[x]), light(green[x]), light(red[x]));
            }
            MemorySegment.copy(mapped, 0, target, JAVA_INT_UNALIGNED, (long) y * width * Integer.BYTES, width);
        }
    }

    private float light(short sample) {
        return light[(sample & 0xFFFF) >>> DROPPED_BITS];
    }

    private int map(float lightBlue, float lightGreen, float lightRed) {
        float blue = lightBlue;
        float green = lightGreen;
        float red = lightRed;
        if (transfer == HdrTransfer.HLG) {
            float gain = systemGain[(int) ((0.2627f * red + 0.6780f * green + 0.0593f * blue) * STEPS)];
            blue *= gain;
            green *= gain;
            red *= gain;
        }
        if (wideColours) {
            // ITU-R BT.2087: from BT.2020 to BT.709.
            float r = 1.6605f * red - 0.5876f * green - 0.0728f * blue;
            float g = -0.1246f * red + 1.1329f * green - 0.0083f * blue;
            float b = -0.0182f * red - 0.1006f * green + 1.1187f * blue;
            red = Math.max(r, 0);
            green = Math.max(g, 0);
            blue = Math.max(b, 0);
        }
        float brightest = Math.min(Math.max(red, Math.max(green, blue)), peak);
        float factor = pressed[(int) (brightest * pressedStep)];
        return 0xFF000000 | code(red * factor) << 16 | code(green * factor) << 8 | code(blue * factor);
    }

    private int code(float step) {
        return coded[Math.min((int) step, STEPS)] & 0xFF;
    }
}
