package org.posescope.record.motion.gltf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.posescope.testkit.MissingData;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The validator of the Khronos Group, which npm installs into a temporary folder. */
final class GltfValidator {
    private static final String PACKAGE = "gltf-validator@2.0.0-dev.3.10";
    private static final String SCRIPT = """
            const fs = require('fs');
            require('gltf-validator').validateBytes(new Uint8Array(fs.readFileSync(process.argv[2])))
                .then(report => console.log(JSON.stringify(report.issues)));
            """;

    private final Path folder;

    private GltfValidator(Path folder) {
        this.folder = folder;
    }

    /** Where npm or the package cannot be had: {@link MissingData#skip}. */
    static GltfValidator install(Path folder) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("package.json"), "{}");
        Files.writeString(folder.resolve("validate.js"), SCRIPT);
        Result result;
        try {
            result = run(folder, List.of("npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", PACKAGE));
        } catch (IOException e) {
            result = new Result(-1, e.getMessage());
        }
        if (result.status != 0) {
            throw MissingData.skip("GLTF FILES ARE NOT VALIDATED because npm cannot install " + PACKAGE + ": "
                    + result.output);
        }
        return new GltfValidator(folder);
    }

    /** What it says of a file: {@code numErrors}, {@code numWarnings}, {@code messages}. */
    JsonNode issues(Path file) throws IOException, InterruptedException {
        Result result = run(folder, List.of("node", "validate.js", file.toString()));
        assertThat(result.status).as(result.output).isZero();
        return new ObjectMapper().readTree(result.output);
    }

    private record Result(int status, String output) {}

    private static Result run(Path folder, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }
}
