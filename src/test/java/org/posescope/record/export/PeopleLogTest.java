package org.posescope.record.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.pose.Box;
import org.posescope.pose.Camera;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;
import org.posescope.record.CameraFacts;
import org.posescope.record.FrameOutput;
import org.posescope.testkit.TestPictures;

class PeopleLogTest {
    private final FramePool pool = new FramePool();

    @AfterEach
    void nothing_is_kept() {
        assertThat(pool.lent()).isZero();
        pool.close();
    }

    private static Person person(int id) {
        List<Keypoint> points = IntStream.range(0, 17).mapToObj(i -> new Keypoint(i, i, 1)).toList();
        return new Person(id, 1, new Box(0, 0, 1, 1), List.of(new Keypoints(Skeletons.COCO17, points)),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    private void see(PeopleLog log, long ptsMicros, int... ids) {
        try (Frame frame = TestPictures.frame(pool, 8, 8, 0, ptsMicros)) {
            log.accept(frame, IntStream.of(ids).mapToObj(PeopleLogTest::person).toList());
        }
    }

    /** Notes what comes: {@code index@pts ids}. */
    private static final class Notes implements FrameOutput {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void accept(Frame frame, List<Person> people) {
            lines.add(frame.index() + "@" + frame.ptsMicros() + " " + people.stream().map(Person::id).toList());
        }

        @Override
        public void camera(CameraFacts facts) {
            lines.add(String.valueOf(facts.camera().focal()));
        }

        @Override
        public String format() {
            return "notes";
        }

        @Override
        public void close() {}
    }

    private static List<String> replayed(PeopleLog log, OptionalInt only) {
        Notes notes = new Notes();
        log.replay(notes, only);
        return notes.lines;
    }

    @Test
    void frames_are_counted_and_timed_from_the_first_and_never_run_back() {
        PeopleLog log = new PeopleLog(40_000, 100);
        see(log, 2_000_000, 1, 2);
        see(log, 2_040_000);
        see(log, 500_000, 2);
        see(log, 700_000, 3);

        assertThat(replayed(log, OptionalInt.empty())).containsExactly("0@0 [1, 2]", "1@40000 []", "2@80000 [2]",
                "3@280000 [3]");
        assertThat(replayed(log, OptionalInt.of(2))).containsExactly("0@0 [2]", "1@40000 []", "2@80000 [2]",
                "3@280000 []");
    }

    @Test
    void the_camera_of_a_frame_comes_with_it_again() {
        PeopleLog log = new PeopleLog(40_000, 100);
        log.camera(new CameraFacts(new Camera(500, 32, 24), 60, Optional.empty()));
        see(log, 0, 1);
        see(log, 40_000, 1);
        Notes notes = new Notes();
        log.replay(notes, OptionalInt.empty());

        assertThat(notes.lines).containsExactly("500.0", "0@0 [1]", "1@40000 [1]");
    }

    @Test
    void the_main_person_is_seen_most_and_the_first_of_equals() {
        PeopleLog log = new PeopleLog(40_000, 100);
        assertThat(log.mainPerson()).isEmpty();
        see(log, 0, 4, 7);
        see(log, 40_000, 7, 4);
        assertThat(log.mainPerson()).hasValue(4);

        see(log, 80_000, 7);

        assertThat(log.mainPerson()).hasValue(7);
        assertThat(log.people()).isEqualTo(Map.of(4, 2, 7, 3));
    }

    @Test
    void a_full_log_keeps_its_first_frames_and_says_so() {
        PeopleLog log = new PeopleLog(40_000, 3);
        see(log, 0, 1, 2);
        see(log, 40_000, 1);
        assertThat(log.full()).isFalse();

        see(log, 80_000, 1);
        see(log, 120_000);

        assertThat(log.full()).isTrue();
        assertThat(replayed(log, OptionalInt.empty())).containsExactly("0@0 [1, 2]", "1@40000 [1]");
    }
}
