package org.posescope.infer;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;

/** The memory of the C library, from which networks take theirs. */
final class NativeHeap {
    private NativeHeap() {}

    /**
     * Gives back to the system what is free. glibc keeps what a network took to be loaded, several times its weights, and what it
     * freed when it was closed, for the thread that asked for it; other C libraries are left alone.
     */
    static void trim() {
        Linker linker = Linker.nativeLinker();
        linker.defaultLookup().find("malloc_trim").ifPresent(trim -> {
            try {
                int _ = (int) linker.downcallHandle(trim, FunctionDescriptor.of(ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_LONG)).invokeExact(0L);
            } catch (Throwable e) {
                throw new IllegalStateException("free memory could not be given back", e);
            }
        });
    }
}
