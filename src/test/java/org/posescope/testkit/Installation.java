package org.posescope.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** This very build as a folder with a launcher, the way it is shipped. */
public final class Installation {
    private Installation() {}

    /**
     * Makes it.
     *
     * @param home folder of the installation; needs not exist
     * @return the launcher
     */
    public static Path in(Path home) throws IOException {
        Path script = Files.createDirectories(home.resolve("bin")).resolve("posescope");
        Files.copy(Path.of("packaging", "bin", "posescope"), script);
        addProgram(home);
        return script;
    }

    /** Puts one jar that refers to the class path of this test where an installation has its jars. */
    public static void addProgram(Path home) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        // Libraries first, as a folder of jars may come in any order.
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH,
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .sorted(Comparator.comparing((String entry) -> !entry.endsWith(".jar")))
                        .map(entry -> Path.of(entry).toUri().toString()).collect(Collectors.joining(" ")));
        Path jar = Files.createDirectories(home.resolve("lib")).resolve("posescope.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }
}
