package org.posescope.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The folder that jpackage makes of a program, as the platform lays it out. */
final class AppImage {
    private final Path root;
    private final Path app;
    private final Path launcher;

    /**
     * @param folder   that images are made in
     * @param platform of the image
     */
    AppImage(Path folder, Platform platform) {
        if (platform.isMac()) {
            root = folder.resolve(MakeInstaller.NAME + ".app");
            app = root.resolve("Contents/app");
            launcher = root.resolve("Contents/MacOS").resolve(MakeInstaller.NAME);
        } else if (platform.isWindows()) {
            root = folder.resolve(MakeInstaller.NAME);
            app = root.resolve("app");
            launcher = root.resolve(MakeInstaller.NAME + ".exe");
        } else {
            root = folder.resolve(MakeInstaller.NAME);
            app = root.resolve("lib/app");
            launcher = root.resolve("bin").resolve(MakeInstaller.NAME);
        }
    }

    Path root() {
        return root;
    }

    /** Folder with jars, native libraries, models and licences: {@code posescope.home}. */
    Path app() {
        return app;
    }

    Path launcher() {
        return launcher;
    }

    /** Lets every launcher of the image use the AOT cache. */
    void useAotCache() throws IOException {
        List<Path> configurations;
        try (var files = Files.list(app)) {
            configurations = files.filter(file -> file.toString().endsWith(".cfg")).toList();
        }
        for (Path configuration : configurations) {
            // Its last section is that of the options for Java.
            Files.writeString(configuration, ImageOptions.aotLine() + System.lineSeparator(),
                    StandardOpenOption.APPEND);
        }
    }
}
