package org.posescope.infer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TorchKernelsTest {
    @TempDir
    private Path core;

    @Test
    void a_core_without_a_word_of_its_caches_hides_them() {
        assertThat(TorchKernels.cachesAreHidden(core)).isTrue();
    }

    @Test
    void a_core_with_a_cache_does_not() throws IOException {
        Files.createDirectories(core.resolve("cache").resolve("index0"));

        assertThat(TorchKernels.cachesAreHidden(core)).isFalse();
    }

    @Test
    void a_system_that_tells_nothing_of_cores_is_left_alone() {
        assertThat(TorchKernels.cachesAreHidden(core.resolve("nowhere"))).isFalse();
    }
}
