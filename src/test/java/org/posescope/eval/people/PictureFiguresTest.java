package org.posescope.eval.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class PictureFiguresTest {
    private static final PictureTally NOTHING = new PictureTally(0, 0, 0, 0, 0);

    private static PictureFinding finding(String kind, int people, int found) {
        return new PictureFinding(new CountedPicture(kind + people + ".jpg", kind, people),
                Collections.nCopies(found, new SeenPerson(0.9f, List.of(1f, 2f, 3f, 4f))));
    }

    @Test
    void people_are_counted_picture_by_picture() {
        PictureFigures figures = PictureFigures.of(List.of(finding("sport", 1, 1), finding("sport", 3, 5),
                finding("crowd", 9, 4), finding("crowd", 4, 3), finding("empty", 0, 0), finding("empty", 0, 2)));

        assertThat(figures).isEqualTo(new PictureFigures(new PictureTally(6, 17, 11, 4, 2),
                Map.of("sport", new PictureTally(2, 4, 4, 2, 1), "crowd", new PictureTally(2, 13, 7, 0, 0), "empty",
                        new PictureTally(2, 0, 0, 2, 1)),
                Map.of("1", new PictureTally(1, 1, 1, 0, 1), "2-3", new PictureTally(1, 3, 3, 2, 0), "4-6",
                        new PictureTally(1, 4, 3, 0, 0), "7+", new PictureTally(1, 9, 4, 0, 0)),
                new PictureTally(4, 4, 4, 4, 2), new PictureTally(2, 0, 0, 2, 1), Map.of()));
    }

    @Test
    void art_and_mosaics_stand_apart() {
        PictureFigures figures = PictureFigures
                .of(List.of(finding("art", 2, 1), finding("mosaic", 30, 3), finding("mosaic", 1, 3)));

        assertThat(figures.total()).isEqualTo(NOTHING);
        assertThat(figures.kinds()).isEmpty();
        assertThat(figures.apart()).isEqualTo(
                Map.of("art", new PictureTally(1, 2, 1, 0, 0), "mosaic", new PictureTally(2, 31, 4, 2, 0)));
    }

    @Test
    void legs_alone_are_nobody() {
        PictureFigures figures = PictureFigures.of(List.of(finding("legsonly", 2, 1), finding("far", 0, 0)));

        assertThat(figures.ofNobody()).isEqualTo(new PictureTally(2, 0, 0, 1, 1));
        assertThat(figures.groups().values()).containsOnly(NOTHING);
    }
}
