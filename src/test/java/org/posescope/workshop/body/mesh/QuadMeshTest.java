package org.posescope.workshop.body.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import java.util.List;

import org.junit.jupiter.api.Test;

/** On a ring of 6 x 5 quads that closes in both directions: vertex {@code 5 row + column}. */
class QuadMeshTest {
    private static final int ROWS = 6;
    private static final int COLUMNS = 5;

    private final QuadMesh mesh = new QuadMesh(quads(), ROWS * COLUMNS);

    private static int[][] quads() {
        int[][] quads = new int[ROWS * COLUMNS][];
        for (int k = 0; k < quads.length; k++) {
            int row = k / COLUMNS;
            int column = k % COLUMNS;
            quads[k] = new int[] {vertex(row, column), vertex(row, column + 1), vertex(row + 1, column + 1),
                vertex(row + 1, column)};
        }
        return quads;
    }

    private static int vertex(int row, int column) {
        return row % ROWS * COLUMNS + column % COLUMNS;
    }

    @Test
    void an_edge_loop_goes_straight_on_until_it_closes() {
        assertThat(mesh.edgeLoop(0, 1)).containsExactly(0, 1, 2, 3, 4);
        assertThat(mesh.edgeLoop(7, 2)).containsExactly(7, 2, 27, 22, 17, 12);
    }

    @Test
    void an_edge_loop_that_comes_to_a_pole_is_refused() {
        QuadMesh cube = new QuadMesh(new int[][] {{0, 2, 3, 1}, {4, 5, 7, 6}, {0, 1, 5, 4}, {2, 6, 7, 3}, {0, 4, 6, 2},
            {1, 3, 7, 5}}, 8);
        assertThatIllegalArgumentException().isThrownBy(() -> cube.edgeLoop(0, 1)).withMessageContaining("vertex 1");
    }

    @Test
    void around_takes_all_vertices_of_the_quads_passed() {
        BitSet start = new BitSet();
        start.set(vertex(2, 2));
        assertThat(mesh.around(start, 1).stream()).containsExactly(vertex(1, 1), vertex(1, 2), vertex(1, 3),
                vertex(2, 1), vertex(2, 2), vertex(2, 3), vertex(3, 1), vertex(3, 2), vertex(3, 3));
        assertThat(mesh.around(start, 0)).isEqualTo(start);
    }

    @Test
    void inside_stops_at_the_loop() {
        List<Integer> loop = List.of(vertex(1, 1), vertex(1, 2), vertex(1, 3), vertex(2, 3), vertex(3, 3),
                vertex(3, 2), vertex(3, 1), vertex(2, 1));
        assertThat(mesh.inside(loop, vertex(2, 2)).stream()).containsExactly(vertex(1, 1), vertex(1, 2), vertex(2, 1),
                vertex(2, 2));
    }
}
