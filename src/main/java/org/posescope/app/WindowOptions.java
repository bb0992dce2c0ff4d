package org.posescope.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;

import org.posescope.model.ModelStore;
import org.posescope.model.install.NpmClient;

/**
 * What the window is started with.
 *
 * @param input       to play at once; empty: the demo clip
 * @param avatar      file of the figure that people are shown as; empty: as their bodies
 * @param environment of the process
 * @param properties  of the Java system
 * @param log         the last lines of what was logged, oldest first
 */
public record WindowOptions(Optional<String> input, Optional<Path> avatar, ModelStore models, NpmClient npm,
        Map<String, String> environment, Properties properties, Supplier<List<String>> log) {
    public WindowOptions {
        environment = Map.copyOf(environment);
    }
}
