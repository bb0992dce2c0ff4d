package org.posescope.app.main;

import java.util.List;
import java.util.Optional;

import org.posescope.app.banner.Notice;
import org.posescope.app.banner.NoticeModel;
import org.posescope.app.player.ShownFrame;
import org.posescope.frame.SourceInfo;

/** Tells when a source shows nobody for long, or people of a picture are left out, and what can be done about it; once a source. One thread. */
final class PeopleWatch {
    private static final long LONG_MICROS = 2_000_000;
    private static final int MANY_FRAMES = 25;
    /** On a slow computer two seconds of a video are few frames. */
    private static final int FEWEST_FRAMES = 5;

    private final NoticeModel notices;
    private final Notice hint;
    private final Notice.Answer answer;
    private Optional<Notice> leftOut = Optional.empty();
    private boolean told;
    private int frames;
    private long sinceMicros;

    /** @param settings opens what can be changed about it */
    PeopleWatch(NoticeModel notices, Runnable settings) {
        this.notices = notices;
        this.answer = new Notice.Answer("Settings", settings);
        this.hint = Notice.question(
                "Nobody was found so far. A lower threshold or another preset may find small or crouching people.",
                List.of(answer));
    }

    /** Another source plays, or other networks look at it. */
    void begin() {
        told = false;
        leftOut = Optional.empty();
        frames = 0;
    }

    /** A frame is on the screen. */
    void shown(ShownFrame moment) {
        behind(moment.leftOut());
        if (!moment.people().isEmpty()) {
            frames = 0;
            dismiss(hint);
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

    private void behind(int people) {
        if (people == 0) {
            leftOut.ifPresent(this::dismiss);
        } else if (leftOut.isEmpty() && notices.notice().get().isEmpty()) {
            Notice news = Notice.question((people == 1 ? "1 person is" : people + " people are")
                    + " left out, far behind the others and too small to be measured. Settings can keep them.",
                    List.of(answer));
            leftOut = Optional.of(news);
            notices.show(news);
        }
    }

    private void dismiss(Notice shown) {
        if (notices.notice().get().filter(shown::equals).isPresent()) {
            notices.dismiss();
        }
    }
}
