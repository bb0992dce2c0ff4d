package org.posescope.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeTest {
    private static final Clip CLIP = new Clip("walk", Path.of("walk.mp4"));

    private static List<String> arguments(Recipe recipe, OptionalInt threads) {
        return recipe.arguments(CLIP, Path.of("made"), Path.of("report.json"), threads);
    }

    @Test
    void a_process_beside_others_is_told_how_many_threads_it_has() {
        Recipe recipe = Recipe.of(List.of(new Recipe.Entry("--json", "{name}.jsonl")));
        List<String> alone = List.of("run", "--no-show", "-i", "walk.mp4", "--json=" + Path.of("made", "walk.jsonl"),
                "--nstreams=1", "--report=report.json");

        assertThat(arguments(recipe, OptionalInt.empty())).isEqualTo(alone);
        assertThat(arguments(recipe, OptionalInt.of(4))).containsAll(alone).contains("--nthreads=4")
                .hasSize(alone.size() + 1);
        assertThat(recipe.texts()).doesNotContain("--nthreads=4");
    }

    @Test
    void threads_that_the_recipe_names_are_left() {
        Recipe recipe = Recipe.of(List.of(new Recipe.Entry("--nthreads", "2")));

        assertThat(arguments(recipe, OptionalInt.of(4))).contains("--nthreads=2").doesNotContain("--nthreads=4");
    }

    @ParameterizedTest
    @CsvSource({"2, 8, 4", "3, 8, 2", "8, 8, 1", "2, 2, 1", "4, 2, 1"})
    void processes_have_no_more_threads_together_than_there_are_cores(int jobs, int cores, int threads) {
        assertThat(BatchRun.share(jobs, cores)).hasValue(threads);
    }

    @Test
    void a_single_process_has_them_all() {
        assertThat(BatchRun.share(1, 8)).isEmpty();
    }
}
