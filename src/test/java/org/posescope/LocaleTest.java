package org.posescope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.testkit.JavaProcess;
import org.posescope.testkit.TestModels;

/** What the program reads, prints and writes does not depend on the user's language. */
class LocaleTest {
    @TempDir
    private Path folder;

    @Test
    void a_turk_a_german_a_persian_and_an_arab_get_what_everybody_gets() throws Exception {
        TestModels.file("blazepose-full");
        Map<String, String> everybody = everythingIn("en");

        assertThat(everybody).hasSize(7).allSatisfy((name, text) -> assertThat(text).as(name).isNotEmpty());
        for (String language : List.of("tr", "de", "fa", "ar")) {
            assertThat(everythingIn(language)).as(language).isEqualTo(everybody);
        }
    }

    /** Text of the terminal and of the files, by name, without the times that something took. */
    private Map<String, String> everythingIn(String language) throws IOException, InterruptedException {
        Path files = Files.createDirectories(folder.resolve(language));
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("terminal",
                JavaProcess
                        .output(System.getProperty("java.class.path"),
                                List.of("-Duser.language=" + language, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                                Commands.class, TestModels.folder().toString(), files.toString())
                        .replaceAll(" +[0-9]+\\.[0-9] ms", " ms"));
        try (Stream<Path> written = Files.list(files)) {
            for (Path file : written.sorted().toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }

    /** Runs commands as the program does that leaves the language of its libraries as the system has it. */
    public static final class Commands {
        private Commands() {}

        public static void main(String[] arguments) {
            String models = arguments[0];
            String out = arguments[1];
            int status = run("--help") + run("models", "list", "--models", models)
                    + run("body", "info", "models/body/posescope-body.npz")
                    + run("run", "-i", "assets/demo.mp4", "--limit", "2", "--no-show", "--models", models, "-r",
                            "--json", out + "/motion.jsonl", "--export", out + "/walk.csv", "--export",
                            out + "/walk.bvh", "--export", out + "/walk.trc");
            System.exit(status);
        }

        private static int run(String... arguments) {
            return Main.commandLine(System.getenv(), System.getProperties()).run(arguments);
        }
    }
}
