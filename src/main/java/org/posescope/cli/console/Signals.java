package org.posescope.cli.console;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;

/** What the signals do that end programs. */
final class Signals {
    private static final int SIGINT = 2;
    private static final int SIGTERM = 15;

    private Signals() {}

    /**
     * The next Ctrl-C, or request of the system, ends this program in the middle of what it does, as it would one that knows nothing of
     * signals; Java lets only the first through. Where a system has no POSIX {@code signal}, nothing changes.
     */
    static void endAtOnce() {
        Linker linker = Linker.nativeLinker();
        linker.defaultLookup().find("signal").ifPresent(address -> {
            MethodHandle signal = linker.downcallHandle(address,
                    FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
            for (int number : List.of(SIGINT, SIGTERM)) {
                restore(signal, number);
            }
        });
    }

    private static void restore(MethodHandle signal, int number) {
        try {
            MemorySegment _ = (MemorySegment) signal.invokeExact(number, MemorySegment.NULL);
        } catch (Throwable e) {
            throw new IllegalStateException("signal " + number + " cannot be given back to the system", e);
        }
    }
}
