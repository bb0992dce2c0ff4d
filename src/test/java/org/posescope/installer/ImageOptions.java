package org.posescope.installer;

import java.util.List;
import java.util.stream.Stream;

/** What the launcher of the image gives Java; jpackage's launcher puts its folder in for {@code $APPDIR}. */
final class ImageOptions {
    static final String NATIVES = "natives";
    static final String AOT_CACHE = "posescope.aot";

    private static final String HOME = "$APPDIR";
    private static final String LIBRARIES = HOME + "/" + NATIVES;

    private ImageOptions() {}

    /**
     * All but the AOT cache, which is there only after a run with these.
     *
     * @param flags of the build, separated by spaces
     */
    static List<String> java(String flags) {
        Stream<String> home = Stream.of("-Dposescope.home=" + HOME, "-Djava.library.path=" + LIBRARIES);
        // Each runtime takes its libraries from the image, and unpacks nothing into the user's home or the temporary folder.
        Stream<String> runtimes = Stream.of("-Dorg.bytedeco.javacpp.pathsFirst=true",
                "-Dorg.bytedeco.javacpp.cacheLibraries=false", "-Donnxruntime.native.path=" + LIBRARIES,
                "-DPYTORCH_LIBRARY_PATH=" + LIBRARIES + "/" + NativeLibraries.PYTORCH, "-DPYTORCH_FLAVOR=cpu",
                "-Djna.boot.library.path=" + LIBRARIES, "-Djna.nounpack=true");
        // Java writes to standard output, where motion may go, when it has to do without the cache, which only costs time.
        Stream<String> quiet = Stream.of("-Xlog:aot*=off,cds*=off");
        return Stream.of(Stream.of(flags.strip().split("\\s+")), home, runtimes, quiet).flatMap(options -> options)
                .toList();
    }

    /** Line of the launcher's configuration that names the AOT cache. */
    static String aotLine() {
        return "java-options=-XX:AOTCache=" + HOME + "/" + AOT_CACHE;
    }
}
