package org.posescope.installer;

import java.util.Locale;

/** A system that installers are made for, under the names that its native libraries go by. */
enum Platform {
    LINUX_X86_64("linux-x86_64", "linux-x64", "linux-x86_64", "linux-x86-64"),
    LINUX_AARCH64("linux-arm64", "linux-aarch64", "linux-aarch64", "linux-aarch64"),
    WINDOWS_X86_64("windows-x86_64", "win-x64", "win-x86_64", "win32-x86-64"),
    MACOS_AARCH64("macosx-arm64", "osx-aarch64", "osx-aarch64", "darwin-aarch64");

    private final String javacpp;
    private final String onnxRuntime;
    private final String pytorch;
    private final String jna;

    Platform(String javacpp, String onnxRuntime, String pytorch, String jna) {
        this.javacpp = javacpp;
        this.onnxRuntime = onnxRuntime;
        this.pytorch = pytorch;
        this.jna = jna;
    }

    /**
     * @param name         as in the system property {@code os.name}
     * @param architecture as in {@code os.arch}
     */
    static Platform of(String name, String architecture) {
        String system = name.toLowerCase(Locale.ROOT);
        boolean arm = architecture.equals("aarch64");
        if (system.startsWith("linux")) {
            return arm ? LINUX_AARCH64 : LINUX_X86_64;
        }
        if (system.startsWith("windows") && !arm) {
            return WINDOWS_X86_64;
        }
        if (system.startsWith("mac") && arm) {
            return MACOS_AARCH64;
        }
        throw new IllegalArgumentException("no installer is made for " + name + " " + architecture);
    }

    static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /** As in the paths of JavaCPP's jars. */
    String javacpp() {
        return javacpp;
    }

    /** As in the paths of ONNX Runtime's jar. */
    String onnxRuntime() {
        return onnxRuntime;
    }

    /** As in the paths of DJL's jars for PyTorch. */
    String pytorch() {
        return pytorch;
    }

    /** As in the paths of JNA's jar. */
    String jna() {
        return jna;
    }

    boolean isLinux() {
        return this == LINUX_X86_64 || this == LINUX_AARCH64;
    }

    boolean isWindows() {
        return this == WINDOWS_X86_64;
    }

    boolean isMac() {
        return this == MACOS_AARCH64;
    }
}
