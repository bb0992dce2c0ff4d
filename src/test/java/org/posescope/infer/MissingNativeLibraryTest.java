package org.posescope.infer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.posescope.error.UserException;
import org.posescope.model.NetworkRuntime;
import org.posescope.testkit.JavaProcess;

/** Opens a network in another process whose class path has no native library for it. */
class MissingNativeLibraryTest {
    private static final Pattern NATIVE_JARS = Pattern
            .compile(".*(tensorflow-lite-[0-9].*-(linux|macosx|windows)-.*|pytorch-native-cpu-.*)\\.jar");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void the_user_is_told_in_one_sentence_and_nothing_is_downloaded(NetworkRuntime runtime)
            throws IOException, InterruptedException {
        Path model = Files.writeString(folder.resolve("model.bin"), "never read");
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !NATIVE_JARS.matcher(entry).matches()).collect(Collectors.joining(File.pathSeparator));
        List<String> options = List.of("-Donnxruntime.native.path=" + folder, "-DDJL_CACHE_DIR=" + folder,
                "-DENGINE_CACHE_DIR=" + folder);

        String output = JavaProcess.output(classPath, options, Probe.class, runtime.name(), model.toString());

        assertThat(output.lines()).singleElement().asString().contains(LoadFailure.name(runtime), "native library",
                System.getProperty("os.arch"));
    }

    /** The other process. */
    static final class Probe {
        private Probe() {}

        public static void main(String[] args) {
            NetworkRuntime runtime = NetworkRuntime.valueOf(args[0]);
            try (Session session = Sessions.open(ConvRelu.model(runtime, Path.of(args[1])), SessionOptions.onCpu(1))) {
                System.out.println("opened " + session.inputs());
            } catch (UserException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
