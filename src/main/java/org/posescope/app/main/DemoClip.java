package org.posescope.app.main;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import org.posescope.model.ModelFolders;

/** Finds the clip that comes with the program. */
public final class DemoClip {
    private static final Path PLACE = Path.of("assets", "demo.mp4");

    private DemoClip() {}

    /** The clip in the folder of the installation, else in the current one; empty when neither has it. */
    public static Optional<Path> find(Properties properties) {
        return Stream
                .concat(Optional.ofNullable(properties.getProperty(ModelFolders.HOME_PROPERTY)).stream(),
                        Stream.of(properties.getProperty("user.dir")))
                .map(folder -> Path.of(folder).resolve(PLACE)).filter(Files::isRegularFile).findFirst();
    }
}
