package org.posescope.frame;

/**
 * What is known of a source when it is opened.
 *
 * @param uri            what the user named
 * @param width          pixels, after rotation metadata is applied; of the first picture where sizes differ
 * @param height         pixels, likewise
 * @param fps            nominal frames a second (average for variable rates); 0 where there is no time, as for still images
 * @param frameCount     frames of one pass, an estimate where the container does not count; -1 when unknown
 * @param durationMicros length of one pass; -1 when unknown
 * @param seekable       whether {@link FrameSource#seek} works
 */
public record SourceInfo(String uri, Kind kind, int width, int height, double fps, long frameCount, long durationMicros,
        boolean seekable) {
    private static final double SECOND = 1e6;

    /** Usual time from one frame to the next, microseconds; 0 when unknown. */
    public double intervalMicros() {
        if (fps > 0) {
            return SECOND / fps;
        }
        return frameCount > 0 && durationMicros > 0 ? (double) durationMicros / frameCount : 0;
    }

    /** Where pictures come from. */
    public enum Kind {
        VIDEO, CAMERA, STREAM, IMAGE, IMAGE_FOLDER,
        /** Pictures that were taken out of a video, one after the other at a constant rate. */
        IMAGE_SEQUENCE;

        /** Pictures that arrive at their own pace and are gone when they are not taken. */
        public boolean live() {
            return this == CAMERA || this == STREAM;
        }

        /** Pictures that have nothing to do with each other, so that nothing is tracked from one to the next. */
        public boolean still() {
            return this == IMAGE || this == IMAGE_FOLDER;
        }
    }
}
