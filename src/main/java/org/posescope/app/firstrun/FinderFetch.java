package org.posescope.app.firstrun;

import java.util.List;
import java.util.Locale;

import org.posescope.app.banner.Notice;
import org.posescope.app.banner.NoticeModel;
import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.Progress;
import org.posescope.app.work.WorkListener;
import org.posescope.model.ModelCard;

/**
 * Brings the model that finds small people and many, while people are shown without it. It is fetched at most once by itself; after a
 * failure the user may try again. FX thread.
 */
public final class FinderFetch {
    private final Installer installer;
    private final BackgroundWork work;
    private final NoticeModel notices;
    private final Runnable here;
    private boolean begun;

    /**
     * @param work owned by the thread of this one
     * @param here told when the model has come
     */
    public FinderFetch(Installer installer, BackgroundWork work, NoticeModel notices, Runnable here) {
        this.installer = installer;
        this.work = work;
        this.notices = notices;
        this.here = here;
    }

    /** Somebody would be found better by this model, which is not on this machine. */
    public void offer(ModelCard finder) {
        if (!begun) {
            begun = true;
            fetch(finder);
        }
    }

    private void fetch(ModelCard finder) {
        notices.show(Notice.progress("Fetching " + finder.title() + ", once, to find small people and many…"));
        work.start(told -> {
            installer.install(List.of(finder), new InstallProgress(told));
            return finder;
        }, WorkListener.<ModelCard>of(come -> arrived(), why -> failed(finder, why)).onProgress(this::show));
    }

    /** Whoever dismissed the notice hears of the end only. */
    private void show(Progress now) {
        String part = now.fraction() > 0 ? String.format(Locale.ROOT, " (%.0f%%)", 100 * now.fraction()) : "";
        notices.update(Notice.progress("To find small people and many: " + now.text() + part));
    }

    private void arrived() {
        notices.show(Notice.info("Small people and many are found from now on."));
        here.run();
    }

    private void failed(ModelCard finder, String why) {
        notices.show(Notice.warning("Small people and many may be missed: " + why).withRetry(() -> fetch(finder)));
    }
}
