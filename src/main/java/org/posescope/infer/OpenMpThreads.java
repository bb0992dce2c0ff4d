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
public final class OpenMpThreads {
    private static final String POLICY = "OMP_WAIT_POLICY";

    private OpenMpThreads() {}

    /**
     * Makes idle threads sleep, if the environment does not set a policy, as the launchers of the program do: then nothing is done here.
     * The first thing that a program does, before it starts a thread, because {@code setenv} must not change the environment while
     * another thread reads it. It works before PyTorch's library is loaded, on systems that have POSIX {@code setenv}; elsewhere
     * nothing changes.
     */
    public static void sleepWhenIdle() {
        if (System.getenv(POLICY) != null) {
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
            int result = (int) function.invokeExact(arena.allocateFrom(POLICY), arena.allocateFrom("PASSIVE"), 0);
            if (result != 0) {
                throw new IllegalStateException("setenv gives " + result);
            }
        } catch (Throwable e) {
            throw new IllegalStateException("the environment could not be changed", e);
        }
    }
}
