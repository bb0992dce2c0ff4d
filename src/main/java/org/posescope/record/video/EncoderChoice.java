package org.posescope.record.video;

/** Which encoder writes a video. */
public enum EncoderChoice {
    /** The first of H.264, VP9 and MPEG-4, in software, that the file and the size of its pictures allow. */
    AUTOMATIC,
    /** As automatic, but where that is H.264 the encoders of graphics cards are tried before. */
    GRAPHICS_CARD,
    /** In software: libopenh264, libvpx and FFmpeg's own MPEG-4 part 2. */
    H264, VP9, MPEG4,
    /** H.264 by the encoder of one maker: NVIDIA, Intel, AMD, Apple, and whatever Windows Media Foundation has. */
    NVENC, QSV, AMF, VIDEOTOOLBOX, MEDIA_FOUNDATION;

    boolean chosen() {
        return this != AUTOMATIC && this != GRAPHICS_CARD;
    }

    /** Of an encoder that was chosen. */
    VideoCodec codec() {
        return switch (this) {
            case VP9 -> VideoCodec.VP9;
            case MPEG4 -> VideoCodec.MPEG4;
            case H264, NVENC, QSV, AMF, VIDEOTOOLBOX, MEDIA_FOUNDATION -> VideoCodec.H264;
            case AUTOMATIC, GRAPHICS_CARD -> throw new IllegalStateException(this + " is no encoder");
        };
    }
}
