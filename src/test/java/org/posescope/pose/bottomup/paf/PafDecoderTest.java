package org.posescope.pose.bottomup.paf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzReader;
import org.posescope.tensor.Tensor;
import org.posescope.testkit.Shared;

/** Against the authors' code ({@code openpose_group.npz} of the fixtures) and on people drawn into maps. */
class PafDecoderTest {
    private static final Map<String, NdArray> FIXTURE = NpzReader
            .readAll(Shared.file("fixtures/pre/openpose_group.npz"));
    private static final int ROWS = 32;
    private static final int COLUMNS = 57;
    private static final int PARTS = 18;

    private static Tensor tensor(String name) {
        NdArray array = FIXTURE.get(name);
        int[] shape = array.shape();
        return Tensor.of(array.toFloats(), 1, shape[0], shape[1], shape[2]);
    }

    @ParameterizedTest
    @CsvSource({"heatmaps, heatmaps_up4_ch0_1_7, '0,1,7'", "pafs, pafs_up4_ch12_13, '12,13'"})
    void maps_are_enlarged_as_opencv_does_it(String maps, String enlarged, String channels) {
        float[] cells = FIXTURE.get(maps).toFloats();
        float[] expected = FIXTURE.get(enlarged).toFloats();
        int[] chosen = Arrays.stream(channels.split(",")).mapToInt(Integer::parseInt).toArray();
        CubicEnlargement enlargement = new CubicEnlargement(ROWS, COLUMNS);
        float[] row = new float[enlargement.columns()];

        for (int c = 0; c < chosen.length; c++) {
            int map = chosen[c] * ROWS * COLUMNS;
            for (int y = 0; y < enlargement.rows(); y++) {
                enlargement.enlargeRow(cells, map, y, row, 0);
                for (int x = 0; x < row.length; x++) {
                    float wanted = expected[(y * row.length + x) * chosen.length + c];
                    assertThat(row[x]).as("row %d, column %d", y, x).isCloseTo(wanted, within(1e-4f));
                    assertThat(enlargement.sample(cells, map, x, y)).isCloseTo(wanted, within(1e-4f));
                }
            }
        }
    }

    @Test
    void peaks_are_where_the_authors_code_finds_them() {
        PeakFinder finder = new PeakFinder(ROWS, COLUMNS);
        float[] heatmaps = FIXTURE.get("heatmaps").toFloats();
        List<Peak> found = new ArrayList<>();
        List<Integer> perPart = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            List<Peak> peaks = finder.find(heatmaps, part * ROWS * COLUMNS, found.size());
            perPart.add(peaks.size());
            found.addAll(peaks);
        }

        assertThat(perPart).isEqualTo(
                Arrays.stream(FIXTURE.get("keypoints_per_type").toDoubles()).mapToObj(count -> (int) count).toList());
        double[] expected = FIXTURE.get("all_keypoints").toDoubles();
        assertThat(found).hasSize(expected.length / 4);
        for (int i = 0; i < found.size(); i++) {
            Peak peak = found.get(i);
            assertThat(new int[] {peak.x(), peak.y(), peak.id()}).containsExactly((int) expected[4 * i],
                    (int) expected[4 * i + 1], (int) expected[4 * i + 3]);
            assertThat((double) peak.score()).isCloseTo(expected[4 * i + 2], within(1e-3));
        }
    }

    @Test
    void points_are_put_together_as_the_authors_code_does_it() {
        List<PeakGroup> people = new PafDecoder(19, 38, ROWS, COLUMNS).decode(tensor("heatmaps"), tensor("pafs"));

        double[] expected = FIXTURE.get("pose_entries").toDoubles();
        int entry = PARTS + 2;
        assertThat(people).hasSize(expected.length / entry);
        for (int person = 0; person < people.size(); person++) {
            PeakGroup group = people.get(person);
            int[] ids = IntStream.range(0, PARTS).map(part -> group.peak(part).map(Peak::id).orElse(-1)).toArray();
            int[] wanted = IntStream.range(person * entry, person * entry + PARTS).map(i -> (int) expected[i])
                    .toArray();
            assertThat(ids).containsExactly(wanted);
            assertThat(group.score()).isCloseTo(expected[person * entry + PARTS], within(1e-3));
            assertThat(group.count()).isEqualTo((int) expected[person * entry + PARTS + 1]);
        }
    }

    /** A pixel may be higher than any cell: then the row of a peak has no cell as high as the least peak. */
    @Test
    void a_peak_between_cells_that_are_lower_than_any_peak_is_found() {
        float[] cells = new float[ROWS * COLUMNS];
        for (int row = 10; row < 12; row++) {
            cells[row * COLUMNS + 7] = 0.098f;
            cells[row * COLUMNS + 8] = 0.0985f - 0.0001f * row;
        }

        assertThat(new PeakFinder(ROWS, COLUMNS).find(cells, 0, 0)).singleElement().satisfies(peak -> {
            assertThat(peak.score()).isBetween(0.1f, 0.14f);
            assertThat(peak.y()).isBetween(40, 47);
        });
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "5", "20"})
    void as_many_people_are_found_as_were_drawn(int count) {
        MapPainter painter = new MapPainter(64, 160);
        List<DrawnPerson> drawn = DrawnPerson.crowd(count, 64, 160);
        drawn.forEach(painter::paint);

        List<PeakGroup> found = new PafDecoder(19, 38, 64, 160).decode(painter.heatmaps(), painter.fields());

        assertThat(found).hasSize(count).allSatisfy(group -> {
            assertThat(group.found()).hasSize(PARTS);
            assertThat(drawn).anySatisfy(person -> {
                for (int part = 0; part < PARTS; part++) {
                    Peak peak = group.peak(part).orElseThrow();
                    assertThat((peak.x() + 0.5) / CubicEnlargement.FACTOR).isCloseTo(person.x(part), within(0.3));
                    assertThat((peak.y() + 0.5) / CubicEnlargement.FACTOR).isCloseTo(person.y(part), within(0.3));
                }
            });
        });
    }

    @Test
    void a_point_that_nothing_leads_to_is_nobody() {
        MapPainter painter = new MapPainter(ROWS, COLUMNS);
        painter.paintPoint(4, 10, 10, 1);

        assertThat(new PafDecoder(19, 38, ROWS, COLUMNS).decode(painter.heatmaps(), painter.fields())).isEmpty();
    }
}
