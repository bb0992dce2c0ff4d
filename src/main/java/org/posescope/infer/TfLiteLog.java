package org.posescope.infer;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Keeps TensorFlow Lite from greeting on standard error. The setting is a C++ function without a Java binding, so it is called
 * by its symbol; where a compiler names it otherwise, the greeting stays.
 */
final class TfLiteLog {
    private static final String SET_MINIMUM_SEVERITY = "_ZN6tflite16logging_internal13MinimalLogger21SetMinimumLogSeverityENS_11LogSeverityE";
    private static final int WARNING = 2;

    private TfLiteLog() {}

    /** Lets only warnings and errors through. The native library must have been loaded. */
    static void onlyWarnings() {
        SymbolLookup.loaderLookup().find(SET_MINIMUM_SEVERITY).ifPresent(function -> {
            MethodHandle setMinimum = Linker.nativeLinker().downcallHandle(function,
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            try {
                int _ = (int) setMinimum.invokeExact(WARNING);
            } catch (Throwable e) {
                throw new IllegalStateException("TensorFlow Lite refused a log level", e);
            }
        });
    }
}
