package org.posescope.model.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.error.UserException;
import org.posescope.testkit.FakeNpm;
import org.posescope.testkit.Tarball;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the npm of these tests is a shell script")
@Timeout(60)
class PackageFilesTest {
    private static final InstallListener NOBODY = new InstallListener() {
    };
    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

    private final PackageFiles wanted = new PackageFiles("some-data", "1.2.3", List.of("a.bin", "deep/er/b.bin"));

    @TempDir
    private Path folder;
    private Path tarball;
    private Path target;

    @BeforeEach
    void makePackage() throws IOException {
        tarball = folder.resolve("some-data-1.2.3.tgz");
        target = Files.createDirectory(folder.resolve("target"));
        try (Tarball tar = new Tarball(tarball)) {
            tar.file("package/other.bin", new byte[100]).file("package/deep/er/b.bin", CONTENT)
                    .file("package/a.bin", CONTENT).file("package/../../evil.bin", CONTENT);
        }
    }

    @Test
    void fetching_puts_the_wanted_files_and_no_others_at_their_paths() throws Exception {
        FakeNpm npm = FakeNpm.giving(tarball, folder.resolve("bin"));
        wanted.fetch(client(npm), target, NOBODY);
        assertThat(target.resolve("a.bin")).hasBinaryContent(CONTENT);
        assertThat(target.resolve("deep/er/b.bin")).hasBinaryContent(CONTENT);
        assertThat(target.resolve("other.bin")).doesNotExist();
        assertThat(npm.calls()).singleElement().asString().contains("pack some-data@1.2.3 --ignore-scripts");
    }

    @Test
    void unpacking_takes_a_tarball_that_is_there() throws InterruptedException {
        wanted.unpack(tarball, target, NOBODY);
        assertThat(target.resolve("deep/er/b.bin")).hasBinaryContent(CONTENT);
    }

    @Test
    void without_npm_the_user_hears_how_to_fetch_the_package() {
        NpmClient none = new NpmClient(Optional.empty(), Duration.ofMinutes(1));
        assertThatThrownBy(() -> wanted.fetch(none, target, NOBODY)).isInstanceOf(UserException.class)
                .hasMessageContaining("because npm was not found")
                .hasMessageContaining("`npm pack some-data@1.2.3 --ignore-scripts`").hasMessageNotContaining("\n");
    }

    @Test
    void a_package_without_a_wanted_file_is_refused() {
        PackageFiles missing = new PackageFiles("some-data", "1.2.3", List.of("a.bin", "c.bin"));
        assertThatThrownBy(() -> missing.unpack(tarball, target, NOBODY)).isInstanceOf(UserException.class)
                .hasMessageContaining("because the package has no c.bin");
    }

    @Test
    void a_tarball_that_is_none_or_is_not_there_is_refused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.tgz"), "no tarball");
        assertThatThrownBy(() -> wanted.unpack(text, target, NOBODY)).isInstanceOf(UserException.class)
                .hasMessageContaining("broken");
        assertThatThrownBy(() -> wanted.unpack(folder.resolve("none.tgz"), target, NOBODY))
                .isInstanceOf(UserException.class).hasMessageContaining("There is no file");
    }

    private static NpmClient client(FakeNpm npm) {
        return new NpmClient(Optional.of(npm.executable()), Duration.ofMinutes(1));
    }
}
