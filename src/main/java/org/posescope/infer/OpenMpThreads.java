package org.posescope.infer;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * The threads that PyTorch's layers run on, which belong to the OpenMP library. Between layers they spin, unless the environment says
 * otherwise when the library is loaded. Where another program has one of the cores, all the others then spin until the one that waits
 * for a core is through: a run of 0.2 s takes 20 s.
 */
final class OpenMpThreads {
    private static final String POLICY = "OMP_WAIT_POLICY";

    private OpenMpThreads() {}

    /**
     * Makes idle threads sleep, if the user's environment does not set a policy. It works before PyTorch's library is loaded, on systems
     * that have POSIX {@code setenv}; elsewhere nothing changes.
     */
    static void sleepWhenIdle() {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> setenv = linker.defaultLookup().find("setenv");
        if (System.getenv(POLICY) != null || setenv.isEmpty()) {
            return;
        }
        MethodHandle function = linker.downcallHandle(setenv.get(), FunctionDescriptor.of(ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            int result = (int) function.invokeExact(arena.allocateFrom(POLICY), arena.allocateFrom("PASSIVE"), 0);
            if (result != 0) {
                throw new IllegalStateException("setenv gives " + result);
            }
        } catch (Throwable e) {
            throw new IllegalStateException("the environment could not be changed", e);
        }
    }
}
