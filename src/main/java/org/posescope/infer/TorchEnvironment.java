package org.posescope.infer;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What PyTorch's libraries read of the environment when they are loaded. What the user sets stays.
 *
 * <p>
 * {@code OMP_WAIT_POLICY}: between layers the threads of OpenMP spin, unless it says otherwise. Where another program has one of the cores, all the
 * others then spin until the one that waits for a core is through: a run of 0.2 s takes 20 s.
 *
 * <p>
 * {@code ONEDNN_MAX_CPU_ISA}: oneDNN 3.7.1 lays out the work of its AVX-512 convolutions by the sizes of the processor's caches. On a virtual machine
 * that hides them (AMD, fifth generation EPYC) convolutions of 1 x 1 pixels from 144 or more channels to 40, 80 or 112 give wrong numbers, in a fifth
 * of their outputs; its AVX2 convolutions are right there.
 */
public final class TorchEnvironment {
    private static final Path FIRST_CORE = Path.of("/sys/devices/system/cpu/cpu0");

    private TorchEnvironment() {}

    /**
     * Makes idle threads sleep, and keeps to AVX2 on an x86-64 Linux that does not know the processor's caches. The first thing that a program does,
     * before it starts a thread, because {@code setenv} must not change the environment while another thread reads it. It works before PyTorch's
     * library is loaded, on systems that have POSIX {@code setenv}; elsewhere nothing changes.
     */
    public static void prepare() {
        setUnlessSet("OMP_WAIT_POLICY", "PASSIVE");
        if (System.getProperty("os.arch").equals("amd64") && cachesAreHidden(FIRST_CORE)) {
            setUnlessSet("ONEDNN_MAX_CPU_ISA", "AVX2");
        }
    }

    /** @param core the folder in which Linux tells of a core */
    static boolean cachesAreHidden(Path core) {
        return Files.isDirectory(core) && !Files.isDirectory(core.resolve("cache").resolve("index0"));
    }

    private static void setUnlessSet(String name, String value) {
        if (System.getenv(name) != null) {
            return;
        }
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> setenv = linker.defaultLookup().find("setenv");
        if (setenv.isEmpty()) {
            return;
        }
        MethodHandle function = linker.downcallHandle(setenv.get(), FunctionDescriptor.of(ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            int result = (int) function.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 0);
            if (result != 0) {
                throw new IllegalStateException("setenv gives " + result);
            }
        } catch (Throwable e) {
            throw new IllegalStateException("the environment could not be changed", e);
        }
    }
}
