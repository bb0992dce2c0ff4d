package org.posescope.frame.ffmpeg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Counts what a file should have given and did not, over as many passes as it is played. Thread-safe. */
final class DecodeErrors {
    private final String name;
    private long damaged;
    private String earlyEnd;

    DecodeErrors(String name) {
        this.name = name;
    }

    /** @param pictures missing or decoded only in part in the current pass */
    synchronized void damaged(long pictures) {
        // A loop meets the same damage again and again.
        damaged = Math.max(damaged, pictures);
    }

    /** The file ended before its time; only the first such end is told. */
    synchronized void endedEarly(long read, long expected) {
        if (earlyEnd == null) {
            earlyEnd = String.format(Locale.ROOT, "%s ends early: %d of about %d frames could be read", name, read,
                    expected);
        }
    }

    synchronized List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (damaged > 0) {
            sentences.add(
                    String.format(Locale.ROOT, "%s is damaged (pictures missing or shown only in part: %d)", name,
                            damaged));
        }
        if (earlyEnd != null) {
            sentences.add(earlyEnd);
        }
        return List.copyOf(sentences);
    }
}
