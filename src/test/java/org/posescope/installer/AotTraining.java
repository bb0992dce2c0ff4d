package org.posescope.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Records a run of the image, so that Java need not load, verify and link its classes at every start (JEP 483, JEP 514). The
 * run is what most people start with: the window, playing the demo clip.
 */
final class AotTraining {
    private static final Duration PLAYING = Duration.ofSeconds(30);
    private static final Duration WRITING = Duration.ofMinutes(5);
    private static final String WITHOUT_DISPLAY = " -Dglass.platform=Headless -Dprism.order=sw";
    /** 3D without a graphics processor too: its classes are to be in the cache. */
    private static final String ON_DISPLAY = " -Dprism.forceGPU=true";

    private final Platform platform;
    private final Map<String, String> environment;

    AotTraining(Platform platform, Map<String, String> environment) {
        this.platform = platform;
        this.environment = environment;
    }

    /**
     * @param image  to run and to leave the cache in
     * @param folder for the settings of the run
     * @throws IllegalStateException when the run wrote no cache
     */
    void record(AppImage image, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path cache = image.app().resolve(ImageOptions.AOT_CACHE);
        ProcessBuilder builder = new ProcessBuilder(image.launcher().toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("training.log").toFile());
        builder.environment().putAll(Map.of("JAVA_TOOL_OPTIONS", options(cache, folder), "XDG_CONFIG_HOME",
                folder.toString(), "XDG_DATA_HOME", folder.toString(), "APPDATA", folder.toString(), "LOCALAPPDATA",
                folder.toString()));
        Process window = builder.start();
        if (window.waitFor(PLAYING.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the window closed before it was told to, see " + folder);
        }
        close(window);
        if (!window.waitFor(WRITING.toSeconds(), TimeUnit.SECONDS) || !Files.isRegularFile(cache)) {
            window.destroyForcibly();
            throw new IllegalStateException("no AOT cache was written, see " + folder);
        }
    }

    private String options(Path cache, Path folder) {
        boolean display = platform.isWindows() || platform.isMac() || environment.containsKey("DISPLAY");
        return "-XX:AOTCacheOutput=" + cache + " -Duser.home=" + folder + (display ? ON_DISPLAY : WITHOUT_DISPLAY);
    }

    /** The way a person would: Java writes the cache while it ends. */
    private void close(Process window) throws IOException, InterruptedException {
        if (!platform.isWindows()) {
            window.destroy();
            return;
        }
        // Without /F: it asks the window to close.
        new ProcessBuilder("taskkill", "/T", "/PID", Long.toString(window.pid())).inheritIO().start().waitFor();
    }
}
