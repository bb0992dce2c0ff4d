package org.posescope.installer;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows where jars keep native libraries, and which of them this program needs on one platform. */
final class NativeLibraries {
    /** Folder of PyTorch's libraries: DJL loads whatever lies beside them. */
    static final String PYTORCH = "pytorch";

    private static final Pattern NATIVE = Pattern.compile("\\.(so(\\.\\d+)*|dll|dylib|jnilib|a|lib|exe)$");
    private static final Pattern LIBRARY = Pattern.compile("\\.(so(\\.\\d+)*|dll|dylib|jnilib)$");
    /** What the jars of JavaCPP, ONNX Runtime and others bring along for people who compile or debug. */
    private static final Pattern BYWAY = Pattern
            .compile("\\.dSYM/|^META-INF/native-image/|^org/bytedeco/\\w+/[a-z]+-[a-z0-9_]+/");
    /** OpenCV's modules beyond the two that crop and convert; OpenBLAS with LAPACK, which only these would use. */
    private static final Pattern UNNEEDED = Pattern
            .compile("^(lib)?(jni)?opencv_(?!(core|imgproc)\\b)|^cv2\\.|^(lib)?jnicvkernels|^(lib)?jniopenblas_full");
    private static final Pattern OPENBLAS = Pattern.compile("^((?:lib)?openblas)([.\\d]*\\.(?:so|dll|dylib)[.\\d]*)$");

    private final List<Pattern> places;

    NativeLibraries(Platform platform) {
        places = List.of(Pattern.compile("^org/bytedeco/\\w+/" + platform.javacpp() + "/([^/]+)$"),
                Pattern.compile("^ai/onnxruntime/native/" + platform.onnxRuntime() + "/([^/]+)$"),
                Pattern.compile("^com/sun/jna/" + platform.jna() + "/([^/]+)$"),
                Pattern.compile("^(?:jnilib/" + platform.pytorch() + "/cpu|pytorch/cpu/" + platform.pytorch()
                        + ")/(?<pytorch>[^/]+)$"),
                // JavaFX has a jar a platform, and its libraries at the root of it.
                Pattern.compile("^([^/]+)$"));
    }

    /** Whether an entry of a jar has no business in an installed jar: native code, and what comes with it. */
    boolean isStripped(String entry) {
        return NATIVE.matcher(entry).find() || BYWAY.matcher(entry).find();
    }

    /**
     * Where an entry of a jar goes.
     *
     * @return path relative to the folder of native libraries, with slashes; empty when this platform or program needs it not
     */
    Optional<String> place(String entry) {
        if (!LIBRARY.matcher(entry).find()) {
            return Optional.empty();
        }
        return places.stream().map(place -> place.matcher(entry)).filter(Matcher::matches).findFirst()
                .map(NativeLibraries::target).filter(name -> !UNNEEDED.matcher(name).find());
    }

    /** The second name that a library is loaded by: JavaCPP renames this one when it unpacks it. */
    static Optional<String> alias(String name) {
        Matcher openblas = OPENBLAS.matcher(name);
        return openblas.matches() ? Optional.of(openblas.group(1) + "_nolapack" + openblas.group(2)) : Optional.empty();
    }

    private static String target(Matcher match) {
        return match.namedGroups().containsKey(PYTORCH)
                ? PYTORCH + "/" + match.group(PYTORCH)
                : match.group(1);
    }
}
