package org.posescope.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The folder that jpackage makes of a program, as the platform lays it out. */
final class AppImage {
    /**
     * When the jars were last changed, for Java: an AOT cache is refused when the jars are younger than those that were recorded,
     * and jpackage dates them anew when it copies an image.
     */
    static final Instant JAR_TIME = Instant.parse("2026-01-01T00:00:00Z");

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

    /** Gives the jars the time that they have in every copy of the image. */
    void dateJars() throws IOException {
        for (Path jar : files(app.resolve("lib"), ".jar")) {
            Files.setLastModifiedTime(jar, FileTime.from(JAR_TIME));
        }
    }

    /** Lets every launcher of the image use the AOT cache. */
    void useAotCache() throws IOException {
        for (Path configuration : files(app, ".cfg")) {
            // Its last section is that of the options for Java.
            Files.writeString(configuration, ImageOptions.aotLine() + System.lineSeparator(),
                    StandardOpenOption.APPEND);
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
