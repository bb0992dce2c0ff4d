package org.posescope.app.firstrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.posescope.app.banner.Notice;
import org.posescope.app.banner.NoticeModel;
import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.WorkKind;
import org.posescope.error.UserException;
import org.posescope.model.ModelCard;
import org.posescope.model.ModelCatalog;
import org.posescope.testkit.TaskQueue;

@Timeout(20)
class FinderFetchTest {
    private static final ModelCard FINDER = ModelCatalog.bundled().card("nanodet");

    private final TaskQueue fx = new TaskQueue();
    private final BackgroundWork work = new BackgroundWork(WorkKind.FINDER, fx);
    private final NoticeModel notices = new NoticeModel();
    private final AtomicInteger here = new AtomicInteger();

    private FinderFetch fetch(Installer installer) {
        return new FinderFetch(installer, work, notices, here::incrementAndGet);
    }

    private String shown() {
        return notices.notice().get().map(Notice::text).orElse("");
    }

    @Test
    void it_says_how_far_it_is_and_the_model_is_taken_in_when_it_has_come() throws InterruptedException {
        CountDownLatch seen = new CountDownLatch(1);
        List<ModelCard> wanted = new ArrayList<>();
        FinderFetch fetch = fetch((models, listener) -> {
            wanted.addAll(models);
            listener.reading("pack@1", 1 << 20, 4 << 20);
            seen.await();
        });

        fetch.offer(FINDER);
        fx.runUntil(() -> shown().equals("To find small people and many: Unpacking 1.0 of 4.0 MB (25%)"));
        seen.countDown();
        fx.runUntil(() -> here.get() == 1);

        assertThat(wanted).containsExactly(FINDER);
        assertThat(shown()).isEqualTo("Small people and many are found from now on.");
    }

    @Test
    void who_dismissed_the_notice_hears_of_the_end_only() throws InterruptedException {
        CountDownLatch dismissed = new CountDownLatch(1);
        FinderFetch fetch = fetch((models, listener) -> {
            dismissed.await();
            listener.fetching("pack@1", Duration.ofSeconds(3));
        });
        List<String> told = new ArrayList<>();

        fetch.offer(FINDER);
        notices.dismiss();
        notices.notice().subscribe(notice -> notice.ifPresent(each -> told.add(each.text())));
        dismissed.countDown();
        fx.runUntil(() -> here.get() == 1);

        assertThat(told).containsExactly("Small people and many are found from now on.");
    }

    @Test
    void a_failure_is_told_once_and_can_be_tried_again() throws InterruptedException {
        AtomicInteger attempts = new AtomicInteger();
        FinderFetch fetch = fetch((models, listener) -> {
            if (attempts.getAndIncrement() == 0) {
                throw new UserException("no network; connect and try again");
            }
        });

        fetch.offer(FINDER);
        fx.runUntil(() -> shown().equals("Small people and many may be missed: no network; connect and try again."));
        fetch.offer(FINDER);
        assertThat(attempts).hasValue(1);
        notices.choose(notices.notice().get().orElseThrow().answers().getFirst());
        fx.runUntil(() -> here.get() == 1);
    }
}
