package org.posescope.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlimJarsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectory(folder.resolve("from"));
        Files.createDirectory(folder.resolve("to"));
    }

    @Test
    void code_stays_in_the_jar_and_libraries_of_the_platform_lie_beside_it() throws IOException {
        jar("a-1.jar", "META-INF/MANIFEST.MF", "a/A.class", "ai/onnxruntime/native/linux-x64/liba.so",
                "ai/onnxruntime/native/win-x64/a.dll");

        copy();

        assertThat(entries("a-1.jar")).containsExactly("META-INF/MANIFEST.MF", "a/A.class");
        assertThat(folder.resolve("natives/liba.so")).hasContent("ai/onnxruntime/native/linux-x64/liba.so");
        assertThat(names("natives")).containsExactly("liba.so");
    }

    @Test
    void a_jar_of_libraries_alone_is_not_copied() throws IOException {
        jar("b-1-linux-x86_64.jar", "META-INF/MANIFEST.MF", "META-INF/versions/9/module-info.class",
                "org/bytedeco/openblas/linux-x86_64/libopenblas.so.0");

        copy();

        assertThat(names("to")).isEmpty();
        assertThat(Files.readSymbolicLink(folder.resolve("natives/libopenblas_nolapack.so.0")))
                .isEqualTo(Path.of("libopenblas.so.0"));
    }

    private void copy() throws IOException {
        new SlimJars(new NativeLibraries(Platform.LINUX_X86_64), true).copy(folder.resolve("from"),
                folder.resolve("to"), folder.resolve("natives"));
    }

    /** A jar whose entries hold their own names. */
    private void jar(String name, String... entries) throws IOException {
        try (OutputStream file = Files.newOutputStream(folder.resolve("from").resolve(name));
                ZipOutputStream jar = new ZipOutputStream(file)) {
            for (String entry : entries) {
                jar.putNextEntry(new ZipEntry(entry));
                jar.write(entry.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private List<String> entries(String jar) throws IOException {
        try (ZipFile zip = new ZipFile(folder.resolve("to").resolve(jar).toFile())) {
            return zip.stream().<String>map(ZipEntry::getName).toList();
        }
    }

    private List<String> names(String subfolder) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(subfolder))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
