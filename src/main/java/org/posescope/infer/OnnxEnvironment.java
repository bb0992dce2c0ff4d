package org.posescope.infer;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import ai.onnxruntime.OrtEnvironment;

/**
 * The environment of ONNX Runtime, kept until the process is gone. Its Java part frees it as soon as the program begins to end, and the C
 * library takes apart what else the runtime holds, whatever is being loaded or computed by then on threads that nobody waits for: that is
 * a crash. So a reference that nobody gives back keeps the environment, and where the C library can do it (glibc) the process is gone
 * before anything is taken apart: the operating system frees all of it anyway.
 */
final class OnnxEnvironment {
    private static final Logger LOG = LoggerFactory.getLogger(OnnxEnvironment.class);
    private static final AddressLayout POINTER = ValueLayout.ADDRESS;
    /** {@code OrtApiBase} begins with {@code GetApi}; {@code CreateEnv} is the fourth of {@code OrtApi} since its first version. */
    private static final long API_BASE_BYTES = POINTER.byteSize();
    private static final int CREATE_ENV = 3;
    private static final int FIRST_VERSION = 1;
    private static final int WARNINGS = 2;

    private OnnxEnvironment() {}

    /** Made at the first call. */
    private static final class Kept {
        private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

        static {
            SymbolLookup.loaderLookup().find("OrtGetApiBase").ifPresentOrElse(OnnxEnvironment::refer,
                    () -> LOG.warn(
                            "ONNX Runtime does not tell its C interface; networks that still run when the program ends"
                                    + " may end it with a crash"));
            leaveAtOnce();
        }

        private Kept() {}
    }

    /** The one that there is, made by whoever asked for it first. */
    static OrtEnvironment get() {
        return Kept.ENVIRONMENT;
    }

    private static void refer(MemorySegment getApiBase) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment base = pointer(getApiBase, FunctionDescriptor.of(POINTER)).reinterpret(API_BASE_BYTES);
            MemorySegment api = pointer(base.get(POINTER, 0), FunctionDescriptor.of(POINTER, ValueLayout.JAVA_INT),
                    FIRST_VERSION).reinterpret((CREATE_ENV + 1) * POINTER.byteSize());
            MemorySegment status = pointer(api.getAtIndex(POINTER, CREATE_ENV),
                    FunctionDescriptor.of(POINTER, ValueLayout.JAVA_INT, POINTER, POINTER), WARNINGS,
                    arena.allocateFrom("posescope"), arena.allocate(POINTER));
            if (status.address() != 0) {
                LOG.warn("ONNX Runtime's environment could not be kept");
            }
        }
    }

    /** Of the handlers at the end of a process the last one registered runs first: here {@code _exit(status)}. */
    private static void leaveAtOnce() {
        SymbolLookup library = Linker.nativeLinker().defaultLookup();
        library.find("on_exit").ifPresent(onExit -> {
            FunctionDescriptor signature = FunctionDescriptor.of(ValueLayout.JAVA_INT, POINTER, POINTER);
            int refused = (int) call(onExit, signature, library.findOrThrow("_exit"), MemorySegment.NULL);
            if (refused != 0) {
                LOG.warn("networks that still run when the program ends may end it with a crash");
            }
        });
    }

    private static MemorySegment pointer(MemorySegment function, FunctionDescriptor signature, Object... arguments) {
        return (MemorySegment) call(function, signature, arguments);
    }

    private static Object call(MemorySegment function, FunctionDescriptor signature, Object... arguments) {
        try {
            return Linker.nativeLinker().downcallHandle(function, signature)
                    .invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException("ONNX Runtime's C interface cannot be called", e);
        }
    }
}
