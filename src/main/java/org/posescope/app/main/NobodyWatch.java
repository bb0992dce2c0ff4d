package org.posescope.app.main;

import java.util.List;

import org.posescope.app.banner.Notice;
import org.posescope.app.banner.NoticeModel;
import org.posescope.app.player.ShownFrame;
import org.posescope.frame.SourceInfo;

/** Tells when a source shows nobody for long, and what can be done about it; once a source. One thread. */
final class NobodyWatch {
    private static final long LONG_MICROS = 2_000_000;
    private static final int MANY_FRAMES = 25;
    /** On a slow computer two seconds of a video are few frames. */
    private static final int FEWEST_FRAMES = 5;

    private final NoticeModel notices;
    private final Notice hint;
    private boolean told;
    private int frames;
    private long sinceMicros;

    /** @param settings opens what can be changed about it */
    NobodyWatch(NoticeModel notices, Runnable settings) {
        this.notices = notices;
        this.hint = Notice.question(
                "Nobody was found so far. A lower threshold or another preset may find small or crouching people.",
                List.of(new Notice.Answer("Settings", settings)));
    }

    /** Another source plays, or other networks look at it. */
    void begin() {
        told = false;
        frames = 0;
    }

    /** A frame is on the screen. */
    void shown(ShownFrame moment) {
        if (!moment.people().isEmpty()) {
            frames = 0;
            if (isShown()) {
                notices.dismiss();
            }
            return;
        }
        if (frames++ == 0) {
            sinceMicros = moment.positionMicros();
        }
        boolean alone = moment.source().kind() == SourceInfo.Kind.IMAGE;
        boolean longAgo = moment.positionMicros() - sinceMicros >= LONG_MICROS && frames >= FEWEST_FRAMES;
        if (!told && (alone || longAgo || frames >= MANY_FRAMES) && notices.notice().get().isEmpty()) {
            told = true;
            notices.show(hint);
        }
    }

    private boolean isShown() {
        return notices.notice().get().filter(hint::equals).isPresent();
    }
}
