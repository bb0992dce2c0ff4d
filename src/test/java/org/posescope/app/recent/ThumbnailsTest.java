package org.posescope.app.recent;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.ValueLayout;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.app.player.ShownFrame;
import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.WorkKind;
import org.posescope.app.work.WorkListener;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.ffmpeg.ImageSource;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;

@Timeout(30)
class ThumbnailsTest {
    private static final Person SOMEBODY = new Person(1, 1, new Box(0, 0, 9, 9),
            List.of(new Keypoints(Skeletons.COCO17,
                    Collections.nCopies(Skeletons.COCO17.size(), new Keypoint(1, 1, 1)))),
            Optional.empty(), Optional.empty(), Optional.empty());

    @TempDir
    private Path folder;

    private final BackgroundWork files = new BackgroundWork(WorkKind.FILES, Runnable::run);

    /** Waits until all that was begun is written. */
    private void written() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        files.start(_ -> done, WorkListener.of(CountDownLatch::countDown, why -> {}));
        done.await();
    }

    private static SourceInfo source(String name, SourceInfo.Kind kind) {
        return new SourceInfo(name, kind, 320, 180, 25, 10, 400_000, true);
    }

    private static void show(Thumbnails thumbnails, FramePool pool, SourceInfo source, int grey, List<Person> people) {
        try (Frame frame = new Frame(pool.acquire(320, 180), 0, 0, 0)) {
            frame.pixels().fill((byte) grey);
            thumbnails.seen(new ShownFrame(frame, people, source, 0));
        }
    }

    /** Of the first pixel, 0..255; -1 where there is no picture. */
    private static int grey(Thumbnails thumbnails, FramePool pool, String name) {
        Path file = Path.of(URI.create(thumbnails.address(name)));
        if (!Files.exists(file)) {
            return -1;
        }
        try (FrameSource source = ImageSource.ofFile(file, pool); Frame frame = source.next()) {
            assertThat(List.of(frame.width(), frame.height())).isEqualTo(List.of(Thumbnails.WIDTH, 90));
            return Byte.toUnsignedInt(frame.pixels().get(ValueLayout.JAVA_BYTE, 0));
        }
    }

    @Test
    void a_file_has_the_first_picture_with_somebody_in_it_and_a_camera_has_none() throws InterruptedException {
        try (FramePool pool = new FramePool()) {
            Thumbnails thumbnails = new Thumbnails(folder.resolve("made"), pool, files);
            SourceInfo clip = source("clip.mp4", SourceInfo.Kind.VIDEO);
            show(thumbnails, pool, clip, 40, List.of());
            show(thumbnails, pool, clip, 80, List.of());
            show(thumbnails, pool, clip, 120, List.of(SOMEBODY));
            show(thumbnails, pool, clip, 160, List.of(SOMEBODY));
            show(thumbnails, pool, source("empty.mp4", SourceInfo.Kind.VIDEO), 200, List.of());
            show(thumbnails, pool, source("0", SourceInfo.Kind.CAMERA), 240, List.of(SOMEBODY));
            written();

            assertThat(grey(thumbnails, pool, "clip.mp4")).isBetween(118, 122);
            assertThat(grey(thumbnails, pool, "empty.mp4")).isBetween(198, 202);
            assertThat(grey(thumbnails, pool, "0")).isEqualTo(-1);
            assertThat(pool.lent()).isZero();
        }
    }

    @Test
    void a_folder_that_cannot_be_made_costs_the_picture_alone() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        try (FramePool pool = new FramePool()) {
            Thumbnails thumbnails = new Thumbnails(file.resolve("made"), pool, files);
            show(thumbnails, pool, source("clip.mp4", SourceInfo.Kind.VIDEO), 40, List.of());
            written();

            assertThat(grey(thumbnails, pool, "clip.mp4")).isEqualTo(-1);
            assertThat(pool.lent()).isZero();
        }
    }

    @Test
    void names_are_the_last_part_of_what_was_opened() {
        assertThat(new RecentFile("/videos/run/clip.mp4")).extracting(RecentFile::name, RecentFile::place)
                .containsExactly("clip.mp4", "/videos/run");
        assertThat(new RecentFile("rtsp://camera/1")).extracting(RecentFile::name, RecentFile::place)
                .containsExactly("rtsp://camera/1", "");
    }
}
