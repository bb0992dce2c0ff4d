package org.posescope.installer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeLibrariesTest {
    @ParameterizedTest
    @CsvSource({
        "LINUX_X86_64, org/bytedeco/ffmpeg/linux-x86_64/libavcodec.so.62, libavcodec.so.62",
        "LINUX_X86_64, org/bytedeco/opencv/linux-x86_64/libopencv_imgproc.so.413, libopencv_imgproc.so.413",
        "LINUX_X86_64, ai/onnxruntime/native/linux-x64/libonnxruntime.so, libonnxruntime.so",
        "LINUX_X86_64, jnilib/linux-x86_64/cpu/libdjl_torch.so, pytorch/libdjl_torch.so",
        "LINUX_X86_64, pytorch/cpu/linux-x86_64/libgomp-98b21ff3.so.1, pytorch/libgomp-98b21ff3.so.1",
        "LINUX_X86_64, com/sun/jna/linux-x86-64/libjnidispatch.so, libjnidispatch.so",
        "LINUX_X86_64, libglassgtk3.so, libglassgtk3.so",
        "LINUX_AARCH64, org/bytedeco/ffmpeg/linux-arm64/libavcodec.so.62, libavcodec.so.62",
        "WINDOWS_X86_64, org/bytedeco/opencv/windows-x86_64/jniopencv_core.dll, jniopencv_core.dll",
        "WINDOWS_X86_64, ai/onnxruntime/native/win-x64/onnxruntime.dll, onnxruntime.dll",
        "MACOS_AARCH64, org/bytedeco/ffmpeg/macosx-arm64/libavcodec.62.dylib, libavcodec.62.dylib",
        "MACOS_AARCH64, pytorch/cpu/osx-aarch64/libtorch_cpu.dylib, pytorch/libtorch_cpu.dylib",})
    void a_library_of_the_platform_is_placed(Platform platform, String entry, String place) {
        NativeLibraries libraries = new NativeLibraries(platform);

        assertThat(libraries.place(entry)).contains(place);
        assertThat(libraries.isStripped(entry)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ai/onnxruntime/native/osx-aarch64/libonnxruntime.dylib",
        "ai/onnxruntime/native/osx-aarch64/libonnxruntime.dylib.dSYM/Contents/Info.plist",
        "jnilib/linux-x86_64/cu128/libdjl_torch.so",
        "com/sun/jna/win32-x86-64/jnidispatch.dll",
        "net/jpountz/util/linux/amd64/liblz4-java.so",
        "org/bytedeco/opencv/linux-x86_64/libopencv_dnn.so.413",
        "org/bytedeco/opencv/linux-x86_64/libjniopencv_java.so",
        "org/bytedeco/opencv/linux-x86_64/python/cv2/cv2.cpython-314-x86_64-linux-gnu.so",
        "org/bytedeco/opencv/linux-x86_64/include/opencv2/core.hpp",
        "org/bytedeco/openblas/linux-x86_64/libjniopenblas_full.so",
        "org/bytedeco/ffmpeg/linux-x86_64/ffmpeg",
        "META-INF/native-image/linux-x86_64/jniavutil/jni-config.json",})
    void what_is_native_and_not_needed_is_left_out(String entry) {
        NativeLibraries libraries = new NativeLibraries(Platform.LINUX_X86_64);

        assertThat(libraries.place(entry)).isEmpty();
        assertThat(libraries.isStripped(entry)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"org/posescope/Main.class", "META-INF/MANIFEST.MF", "jnilib/pytorch.properties",
        "native/lib/pytorch.properties", "org/bytedeco/ffmpeg/avutil/AVFrame.class", "ThirdPartyNotices.txt",
        "com/sun/javafx/scene/control/skin/modena/modena.bss"})
    void the_rest_of_a_jar_stays(String entry) {
        NativeLibraries libraries = new NativeLibraries(Platform.LINUX_X86_64);

        assertThat(libraries.place(entry)).isEmpty();
        assertThat(libraries.isStripped(entry)).isFalse();
    }

    @Test
    void openblas_is_also_known_by_the_name_that_javacpp_gives_it() {
        assertThat(NativeLibraries.alias("libopenblas.so.0")).contains("libopenblas_nolapack.so.0");
        assertThat(NativeLibraries.alias("libopenblas.0.dylib")).contains("libopenblas_nolapack.0.dylib");
        assertThat(NativeLibraries.alias("libjniopenblas.so")).isEmpty();
    }
}
