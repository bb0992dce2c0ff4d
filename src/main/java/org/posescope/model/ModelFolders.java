package org.posescope.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Where models lie.
 *
 * @param user         that models are installed to; need not be there yet
 * @param installation read-only one beside the program, which may bring models along
 */
public record ModelFolders(Path user, Optional<Path> installation) {
    /** System property with the folder of the installation. */
    public static final String HOME_PROPERTY = "posescope.home";
    /** Environment variable with the folder of the user's models. */
    public static final String VARIABLE = "POSESCOPE_MODELS";

    private static final String SUBFOLDER = "models";

    /**
     * The folder that the user names, else {@code POSESCOPE_MODELS}, else the one that the platform has for data of programs.
     *
     * @param named       by the user, if any
     * @param environment of the process
     * @param properties  of the Java system
     */
    public static ModelFolders resolve(Optional<Path> named, Map<String, String> environment, Properties properties) {
        Path user = named.or(() -> variable(environment, VARIABLE).map(Path::of))
                .orElseGet(() -> dataFolder(environment, properties).resolve(SUBFOLDER));
        return new ModelFolders(user.toAbsolutePath().normalize(),
                Optional.ofNullable(properties.getProperty(HOME_PROPERTY)).map(home -> Path.of(home, SUBFOLDER)));
    }

    /** In the order in which a model is looked for. */
    public List<Path> searched() {
        return Stream.concat(Stream.of(user), installation.stream()).toList();
    }

    private static Path dataFolder(Map<String, String> environment, Properties properties) {
        Path home = Path.of(properties.getProperty("user.home"));
        String system = properties.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return variable(environment, "LOCALAPPDATA").map(Path::of)
                    .orElseGet(() -> home.resolve("AppData").resolve("Local")).resolve("PoseScope");
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("PoseScope");
        }
        // A relative path is to be ignored: XDG Base Directory Specification 0.8.
        return variable(environment, "XDG_DATA_HOME").map(Path::of).filter(Path::isAbsolute)
                .orElseGet(() -> home.resolve(".local").resolve("share")).resolve("posescope");
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
