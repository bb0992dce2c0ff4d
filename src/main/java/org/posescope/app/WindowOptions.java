package org.posescope.app;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import org.posescope.model.ModelStore;
import org.posescope.model.install.NpmClient;

/**
 * What the window is started with.
 *
 * @param input       to play at once; empty: the demo clip
 * @param environment of the process
 * @param properties  of the Java system
 */
public record WindowOptions(Optional<String> input, ModelStore models, NpmClient npm, Map<String, String> environment,
        Properties properties) {
    public WindowOptions {
        environment = Map.copyOf(environment);
    }
}
