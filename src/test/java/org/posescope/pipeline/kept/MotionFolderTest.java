package org.posescope.pipeline.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.SourceInfo;
import org.posescope.pipeline.Recall;
import org.posescope.plan.Plan;
import org.posescope.plan.Plan.Following;
import org.posescope.plan.Plan.Machine;
import org.posescope.pose.Camera;
import org.posescope.pose.Person;

class MotionFolderTest {
    private static final MotionKey KEY = new MotionKey(Plan.DEFAULT, true);
    private static final MotionKey OTHER = new MotionKey(
            Plan.DEFAULT.withFollowing(Following.DEFAULT.withSmoothing(false)), true);
    private static final List<Person> PEOPLE = List.of(KeptPeople.known(1, new Random(3)), KeptPeople.at(2, 200));

    private static final Camera CAMERA = new Camera(61.5, 32, 24);

    @TempDir
    private Path folder;

    private KeptClips clips() {
        return new KeptClips(Optional.of(new MotionFolder(folder.resolve("motion"), 1 << 20)));
    }

    private SourceInfo clip(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, content);
        return new SourceInfo(file.toString(), SourceInfo.Kind.VIDEO, 64, 48, 25, 2, 80_000, true);
    }

    private static void keep(KeptClips clips, SourceInfo source, MotionKey key) {
        KeptClip clip = clips.clip(source).orElseThrow();
        clip.keep(clip.motion(key), KeptFrame.of(0, 0, 0, Optional.of(CAMERA), 4, PEOPLE), false);
        clip.keep(clip.motion(key), KeptFrame.of(40_000, 40_000, 40_000, Optional.empty(), 0, List.of()), false);
        clips.completed(source, key, new long[] {0, 40_000});
    }

    private static List<FoundPeople> kept(KeptClips clips, SourceInfo source, MotionKey key) {
        return clips.whole(source, key).orElse(Stream.empty()).toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("motion"))) {
            return files.toList();
        }
    }

    @Test
    void motion_is_there_again_in_another_run_whatever_its_clip_is_called_and_how_fast_the_machine_is()
            throws IOException {
        try (KeptClips first = clips()) {
            SourceInfo source = clip("a.mp4", "walking");
            first.open(source, KEY);
            keep(first, source, KEY);
        }
        try (KeptClips second = clips()) {
            SourceInfo renamed = clip("b.mp4", "walking");
            MotionKey key = new MotionKey(Plan.DEFAULT.withMachine(Machine.DEFAULT.withThreads(3)), true);
            second.open(renamed, key);

            assertThat(kept(second, renamed, key)).containsExactly(new FoundPeople(0, PEOPLE, Optional.of(CAMERA)),
                    new FoundPeople(40_000, List.of(), Optional.empty()));
            assertThat(second.clip(renamed).orElseThrow().identities().fresh()).isEqualTo(3);
            assertThat(cameras(second, renamed, key)).containsExactly(Optional.of(CAMERA), Optional.empty());
            assertThat(leftOut(second, renamed)).containsExactly(4, 0);
        }
    }

    /** How many people, likewise. */
    private static List<Integer> leftOut(KeptClips clips, SourceInfo source) {
        try (FramePool pool = new FramePool();
                Frame first = new Frame(pool.acquire(1, 1), 0, 0, 0);
                Frame second = new Frame(pool.acquire(1, 1), 1, 40_000, 0)) {
            Recall recall = clips.recall(KEY);
            return List.of(recall.leftOut(source, first), recall.leftOut(source, second));
        }
    }

    @Test
    void what_an_older_file_knows_is_shown_and_not_taken_for_all_of_the_clip() throws IOException {
        SourceInfo source = clip("a.mp4", "walking");
        try (KeptClips clips = clips()) {
            clips.open(source, KEY);
            keep(clips, source, KEY);
        }
        Path file = files().getFirst();
        byte[] now = Files.readAllBytes(file);
        List<Integer> ends = List.of(2 * Long.BYTES, 2 * Long.BYTES + 2 * Integer.BYTES);
        for (int end : ends) {
            int length = now.length - Long.BYTES - end;
            CRC32 crc = new CRC32();
            crc.update(now, 0, length);
            Files.write(file,
                    ByteBuffer.allocate(length + Long.BYTES).put(now, 0, length).putLong(crc.getValue()).array());

            try (KeptClips clips = clips()) {
                clips.open(source, KEY);

                assertThat(clips.isWhole(source, Plan.DEFAULT)).isFalse();
                assertThat(people(clips.recall(KEY), source)).contains(PEOPLE);
                assertThat(people(clips.recallExact(KEY), source)).isEmpty();
                assertThat(leftOut(clips, source)).containsExactly(end == ends.getFirst() ? 4 : 0, 0);
            }
        }
    }

    /** Of the first frame. */
    private static Optional<List<Person>> people(Recall recall, SourceInfo source) {
        try (FramePool pool = new FramePool(); Frame first = new Frame(pool.acquire(1, 1), 0, 0, 0)) {
            return recall.people(source, first, 0);
        }
    }

    /** That are recalled with the frames. */
    private static List<Optional<Camera>> cameras(KeptClips clips, SourceInfo source, MotionKey key) {
        try (FramePool pool = new FramePool();
                Frame first = new Frame(pool.acquire(1, 1), 0, 0, 0);
                Frame second = new Frame(pool.acquire(1, 1), 1, 40_000, 0)) {
            Recall recall = clips.recall(key);
            return List.of(recall.camera(source, first), recall.camera(source, second));
        }
    }

    @Test
    void another_clip_and_other_plans_have_motion_of_their_own() throws IOException {
        KeptClips clips = clips();
        SourceInfo source = clip("a.mp4", "walking");
        clips.open(source, KEY);
        keep(clips, source, KEY);

        SourceInfo other = clip("a2.mp4", "dancing");
        clips.open(other, KEY);
        assertThat(kept(clips, other, KEY)).isEmpty();
        clips.open(source, OTHER);
        assertThat(kept(clips, source, OTHER)).isEmpty();
        clips.open(source, KEY);
        assertThat(kept(clips, source, KEY)).hasSize(2);
    }

    @Test
    void a_file_that_is_damaged_or_of_something_else_is_not_used() throws IOException {
        KeptClips clips = clips();
        SourceInfo source = clip("a.mp4", "walking");
        clips.open(source, KEY);
        keep(clips, source, KEY);
        SourceInfo other = clip("b.mp4", "dancing");
        clips.open(other, KEY);
        Path first = files().getFirst();
        keep(clips, other, KEY);
        Path second = files().stream().filter(file -> !file.equals(first)).findFirst().orElseThrow();
        byte[] bytes = Files.readAllBytes(first);

        Files.write(second, bytes);
        clips.open(source, OTHER);
        clips.open(other, KEY);
        assertThat(kept(clips, other, KEY)).isEmpty();

        bytes[bytes.length / 2] ^= 1;
        Files.write(first, bytes);
        clips.open(source, KEY);
        assertThat(kept(clips, source, KEY)).isEmpty();
    }

    @Test
    void two_windows_on_one_clip_do_each_other_no_harm() throws IOException {
        SourceInfo source = clip("a.mp4", "walking");
        try (KeptClips first = clips(); KeptClips second = clips()) {
            first.open(source, KEY);
            second.open(source, KEY);
            keep(first, source, KEY);
            keep(second, source, KEY);
            assertThat(kept(first, source, KEY)).hasSize(2);
            assertThat(kept(second, source, KEY)).hasSize(2);
        }

        try (KeptClips third = clips()) {
            third.open(source, KEY);
            assertThat(kept(third, source, KEY)).hasSize(2);
        }
        assertThat(files()).hasSize(1);
    }

    @Test
    void a_file_of_another_version_is_not_used() throws IOException {
        SourceInfo source = clip("a.mp4", "walking");
        try (KeptClips clips = clips()) {
            clips.open(source, KEY);
            keep(clips, source, KEY);
        }
        Path file = files().getFirst();
        String now = Files.readString(file, StandardCharsets.ISO_8859_1);
        String older = now.replaceFirst("posescope motion \\d+", "posescope motion 1");
        assertThat(older).isNotEqualTo(now);
        byte[] bytes = older.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, bytes.length - Long.BYTES);
        ByteBuffer.wrap(bytes).putLong(bytes.length - Long.BYTES, crc.getValue());
        Files.write(file, bytes);

        try (KeptClips clips = clips()) {
            clips.open(source, KEY);
            assertThat(kept(clips, source, KEY)).isEmpty();
        }
    }

    @Test
    void beyond_its_capacity_what_was_not_used_for_the_longest_time_goes() throws IOException {
        MotionFolder small = new MotionFolder(folder.resolve("motion"), 100);
        small.save(new byte[] {1}, KEY, new StoredMotion(true, List.of()));
        Files.setLastModifiedTime(files().getFirst(), FileTime.from(Instant.EPOCH));

        small.save(new byte[] {2}, KEY, new StoredMotion(true, List.of()));

        assertThat(small.load(new byte[] {1}, KEY)).isEmpty();
        assertThat(small.load(new byte[] {2}, KEY)).contains(new StoredMotion(true, List.of()));
    }

    @Test
    void a_folder_that_cannot_be_written_keeps_nobody_from_working() throws IOException {
        Files.writeString(folder.resolve("motion"), "a file where the folder should be");
        KeptClips clips = clips();
        SourceInfo source = clip("a.mp4", "walking");
        clips.open(source, KEY);

        keep(clips, source, KEY);

        assertThat(kept(clips, source, KEY)).hasSize(2);
        clips.close();
    }

    @Test
    void it_is_where_the_platform_wants_it() {
        Properties linux = new Properties();
        linux.setProperty("os.name", "Linux");
        linux.setProperty("user.home", folder.toString());
        MotionFolder cache = MotionFolder.ofUser(Map.of("XDG_CACHE_HOME", folder.resolve("c").toString()), linux);

        cache.save(new byte[] {1}, KEY, new StoredMotion(false, List.of()));

        assertThat(folder.resolve("c/posescope/motion")).isNotEmptyDirectory();
    }

    @Test
    void who_is_who_is_kept_beside_the_motion_and_changes_nothing_of_it() throws IOException {
        SourceInfo source = clip("a.mp4", "some bytes");
        PeopleEdits edits = PeopleEdits.NONE.with(new PeopleEdit.Rename(1, "Anna")).with(new PeopleEdit.Delete(2));
        try (KeptClips clips = clips()) {
            clips.open(source, KEY);
            keep(clips, source, KEY);
            clips.edit(edits);
            assertThat(clips.attendance(source, KEY).getFirst().sureness()).containsOnlyKeys(1);
        }
        try (KeptClips clips = clips()) {
            clips.open(source, KEY);
            assertThat(clips.edits()).isEqualTo(edits);
            assertThat(kept(clips, source, KEY)).first()
                    .isEqualTo(new FoundPeople(0, List.of(PEOPLE.getFirst()), Optional.of(CAMERA)));
            assertThat(clips.edited(source, 0, PEOPLE)).containsExactly(PEOPLE.getFirst());
            clips.edit(PeopleEdits.NONE);
            assertThat(kept(clips, source, KEY)).first().isEqualTo(new FoundPeople(0, PEOPLE, Optional.of(CAMERA)));
        }
        assertThat(files()).hasSize(1);
    }

    @Test
    void a_damaged_file_of_names_is_not_used() throws IOException {
        SourceInfo source = clip("a.mp4", "some bytes");
        try (KeptClips clips = clips()) {
            clips.open(source, KEY);
            keep(clips, source, KEY);
            clips.edit(PeopleEdits.NONE.with(new PeopleEdit.Delete(2)));
        }
        for (Path file : files()) {
            if (file.toString().endsWith(".people")) {
                Files.writeString(file, "nonsense");
            }
        }
        try (KeptClips clips = clips()) {
            clips.open(source, KEY);
            assertThat(clips.edits()).isEqualTo(PeopleEdits.NONE);
            assertThat(kept(clips, source, KEY)).first().isEqualTo(new FoundPeople(0, PEOPLE, Optional.of(CAMERA)));
        }
    }
}
