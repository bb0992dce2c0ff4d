package org.posescope.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {
    @ParameterizedTest
    @CsvSource({"Linux, amd64, LINUX_X86_64", "Linux, aarch64, LINUX_AARCH64", "Windows 11, amd64, WINDOWS_X86_64",
        "Mac OS X, aarch64, MACOS_AARCH64"})
    void is_told_by_java(String name, String architecture, Platform platform) {
        assertThat(Platform.of(name, architecture)).isEqualTo(platform);
    }

    @Test
    void a_system_without_libraries_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Platform.of("Mac OS X", "x86_64"))
                .withMessageContaining("x86_64");
    }
}
