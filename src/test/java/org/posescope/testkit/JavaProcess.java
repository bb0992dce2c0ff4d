package org.posescope.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A Java program in a process of its own, for what a running machine cannot be asked to do. */
public final class JavaProcess {
    private JavaProcess() {}

    /** Standard output of a program that ends well; its errors appear among those of the test. */
    public static String output(String classPath, List<String> options, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        return output(environment -> {}, 0, classPath, options, main, arguments);
    }

    /** As above, in another environment than that of the test. */
    public static String output(Consumer<Map<String, String>> environment, String classPath, List<String> options,
            Class<?> main, String... arguments) throws IOException, InterruptedException {
        return output(environment, 0, classPath, options, main, arguments);
    }

    /** As above, of a program that ends with a status of its own. */
    public static String output(int status, String classPath, List<String> options, Class<?> main,
            String... arguments) throws IOException, InterruptedException {
        return output(environment -> {}, status, classPath, options, main, arguments);
    }

    private static String output(Consumer<Map<String, String>> environment, int status, String classPath,
            List<String> options,
            Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        // One arena of glibc instead of one a thread, so that what is freed is used again and resident memory tells.
        builder.environment().put("MALLOC_ARENA_MAX", "1");
        environment.accept(builder.environment());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(status);
        return output;
    }
}
