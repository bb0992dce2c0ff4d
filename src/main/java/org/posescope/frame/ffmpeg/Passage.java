package org.posescope.frame.ffmpeg;

import org.bytedeco.ffmpeg.global.avutil;

/** The pictures between a key picture and the one that is sought, which nobody will see. In the time base of a stream. */
final class Passage {
    private long wanted = Long.MIN_VALUE;
    private long latest = Long.MIN_VALUE;
    private long back;

    /**
     * @param timestamp of the first picture that is to be seen
     * @param farthest  by how much times may run backwards from one packet to another, as they do where pictures refer to later ones
     */
    void begin(long timestamp, long farthest) {
        wanted = timestamp;
        latest = Long.MIN_VALUE + farthest;
        back = farthest;
    }

    void end() {
        wanted = Long.MIN_VALUE;
    }

    /** Whether the picture of a packet is not to be seen; asked once for each, in the order in which they are decoded. */
    boolean skips(long timestamp) {
        if (timestamp == avutil.AV_NOPTS_VALUE()) {
            return false;
        }
        if (timestamp < latest - back) {
            // Recordings that were joined start again at an earlier time.
            end();
        }
        latest = Math.max(latest, timestamp);
        return timestamp < wanted;
    }
}
