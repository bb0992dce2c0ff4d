package org.posescope.eval.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class ClipFiguresTest {
    private static ClipFinding finding(double people, int ids, Integer... found) {
        return new ClipFinding(new CountedClip("clip.mp4", people), List.of(found),
                IntStream.rangeClosed(1, ids).mapToObj(id -> new IdSpan(id, 0, 0, 1, 0.5)).toList());
    }

    @Test
    void a_clip_is_measured_by_its_mean() {
        ClipFinding finding = finding(4, 6, 1, 2, 0, 1);

        assertThat(finding.meanFound()).isEqualTo(1);
        assertThat(finding.part()).isEqualTo(0.25);
        assertThat(finding.idsPerPerson()).isEqualTo(1.5);
        assertThat(finding.frames()).isEqualTo(4);
        assertThat(finding.framesOfNobody()).isEqualTo(1);
    }

    @Test
    void more_than_expected_is_no_more_than_all() {
        assertThat(finding(2, 3, 3, 3).part()).isEqualTo(1);
        assertThat(finding(0, 0, 0).part()).isEqualTo(1);
        assertThat(finding(0, 0, 0).idsPerPerson()).isZero();
        assertThat(finding(0, 1, 1).idsPerPerson()).isInfinite();
    }

    @Test
    void clips_of_one_person_and_of_several_are_told_apart() {
        ClipFigures figures = ClipFigures.of(List.of(finding(4, 6, 1, 2, 0, 1), finding(1.5, 3, 2, 1),
                finding(1, 2, 1, 0, 0, 1), finding(0, 0, 0)));

        assertThat(figures).isEqualTo(
                new ClipFigures(new ClipTally(2, 0.625, 4.5, 1.75, 6, 1), new ClipTally(1, 0.5, 2, 2, 4, 2)));
    }

    @Test
    void without_clips_there_are_no_means() {
        assertThat(ClipFigures.of(List.of()).several()).isEqualTo(new ClipTally(0, 0, 0, 0, 0, 0));
    }

    @Test
    void a_clip_without_frames_is_refused() {
        assertThatThrownBy(() -> finding(1, 0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no frame of clip.mp4");
    }
}
