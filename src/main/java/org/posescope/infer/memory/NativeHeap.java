package org.posescope.infer.memory;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;

/** The memory of the C library, from which networks take theirs. */
public final class NativeHeap {
    /** Names that glibc gives to what {@code mallopt} sets. */
    private static final int TRIM_THRESHOLD = -1;
    private static final int MMAP_THRESHOLD = -3;
    private static final int BYTES = 1 << 20;

    private NativeHeap() {}

    /**
     * From now on blocks of a megabyte or more go back to the system as soon as they are freed, and so does as much at the end of each
     * part of the heap. glibc raises both limits by itself as soon as a large block, such as a frame, is freed: then it keeps up to
     * 64 MB, for each thread that asked for memory. Other C libraries are left alone.
     */
    public static void limit() {
        call("mallopt", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT),
                TRIM_THRESHOLD,
                BYTES);
        call("mallopt", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT),
                MMAP_THRESHOLD,
                BYTES);
    }

    /**
     * Gives back to the system what is free. glibc keeps what a network took to be loaded, several times its weights, and what it
     * freed when it was closed, for the thread that asked for it; other C libraries are left alone.
     */
    public static void trim() {
        call("malloc_trim", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG), 0L);
    }

    private static void call(String function, FunctionDescriptor signature, Object... arguments) {
        Linker linker = Linker.nativeLinker();
        linker.defaultLookup().find(function).ifPresent(address -> {
            try {
                linker.downcallHandle(address, signature).invokeWithArguments(arguments);
            } catch (Throwable e) {
                throw new IllegalStateException("the C library's memory cannot be handled", e);
            }
        });
    }
}
