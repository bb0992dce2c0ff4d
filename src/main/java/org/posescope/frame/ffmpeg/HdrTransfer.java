package org.posescope.frame.ffmpeg;

import java.util.Optional;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.avutil.AVMasteringDisplayMetadata;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;

/** How the pixels of HDR pictures stand for light (ITU-R BT.2100). */
enum HdrTransfer {
    /** Perceptual quantisation, SMPTE ST 2084: a value says how bright a screen is. */
    PQ,
    /** Hybrid log-gamma, ARIB STD-B67: a value says how bright the scene is. */
    HLG;

    /** The peak of the screen for which HLG is defined, and what PQ is made for where the file does not tell. */
    static final double USUAL_PEAK_NITS = 1000;
    private static final double PQ_NITS = 10_000;
    private static final double M1 = 2610.0 / 16384;
    private static final double M2 = 2523.0 / 4096 * 128;
    private static final double C1 = 3424.0 / 4096;
    private static final double C2 = 2413.0 / 4096 * 32;
    private static final double C3 = 2392.0 / 4096 * 32;
    private static final double A = 0.17883277;
    private static final double B = 1 - 4 * A;
    private static final double C = 0.5 - A * Math.log(4 * A);

    /** Empty when the picture is none of HDR. */
    static Optional<HdrTransfer> of(AVFrame picture) {
        return switch (picture.color_trc()) {
            case avutil.AVCOL_TRC_SMPTE2084 -> Optional.of(PQ);
            case avutil.AVCOL_TRC_ARIB_STD_B67 -> Optional.of(HLG);
            default -> Optional.empty();
        };
    }

    /** What the user should know of the current picture when it is HDR. */
    static Optional<String> sentence(MediaReader reader) {
        return of(reader.picture()).map(transfer -> reader.input().name() + " is HDR (" + transfer
                + "); people are looked for in it, and it is shown and recorded, as SDR");
    }

    /** The brightest that the picture is made for, cd/m². */
    double peakNits(AVFrame picture) {
        AVFrameSideData data = this == HLG
                ? null
                : avutil.av_frame_get_side_data(picture, avutil.AV_FRAME_DATA_MASTERING_DISPLAY_METADATA);
        if (data == null || data.isNull()) {
            return USUAL_PEAK_NITS;
        }
        AVMasteringDisplayMetadata screen = new AVMasteringDisplayMetadata(data.data());
        AVRational brightest = screen.max_luminance();
        boolean told = screen.has_luminance() != 0 && brightest.num() > 0 && brightest.den() > 0;
        return told
                ? Math.clamp((double) brightest.num() / brightest.den(), USUAL_PEAK_NITS, PQ_NITS)
                : USUAL_PEAK_NITS;
    }

    /** Light of a value of 0 to 1: for PQ that of the screen, cd/m²; for HLG that of the scene, 0 to 1. */
    double light(double value) {
        if (this == HLG) {
            return value <= 0.5 ? value * value / 3 : (Math.exp((value - C) / A) + B) / 12;
        }
        double root = Math.pow(value, 1 / M2);
        return PQ_NITS * Math.pow(Math.max(root - C1, 0) / (C2 - C3 * root), 1 / M1);
    }
}
