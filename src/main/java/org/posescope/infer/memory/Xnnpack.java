package org.posescope.infer.memory;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * XNNPACK in TensorFlow Lite by its C interface ({@code xnnpack_delegate.h}), which has no Java binding.
 *
 * @param newWeights  makes a store of weights
 * @param endWeights  only weights that the store has can be added from now on, and they can be used
 * @param freeWeights frees a store
 * @param defaults    usual options
 * @param newDelegate makes a delegate by options
 * @param freeDelegate frees a delegate
 */
record Xnnpack(MethodHandle newWeights, MethodHandle endWeights, MethodHandle freeWeights, MethodHandle defaults,
        MethodHandle newDelegate, MethodHandle freeDelegate) {
    private static final AddressLayout POINTER = ValueLayout.ADDRESS;
    /** Roomier than the options are: a caller gives the room for a structure of more than 16 bytes, whatever its size. */
    private static final StructLayout OPTIONS = MemoryLayout
            .structLayout(MemoryLayout.sequenceLayout(32, ValueLayout.JAVA_LONG));
    private static final long THREADS = 0;
    private static final long WEIGHTS = 8;

    /** Empty where the library, which must be loaded, does not tell these functions. */
    static Optional<Xnnpack> find() {
        SymbolLookup library = SymbolLookup.loaderLookup();
        if (library.find("TfLiteXNNPackDelegateWeightsCacheCreate").isEmpty()) {
            return Optional.empty();
        }
        FunctionDescriptor free = FunctionDescriptor.ofVoid(POINTER);
        return Optional.of(new Xnnpack(
                function(library, "TfLiteXNNPackDelegateWeightsCacheCreate", FunctionDescriptor.of(POINTER)),
                function(library, "TfLiteXNNPackDelegateWeightsCacheFinalizeSoft",
                        FunctionDescriptor.of(ValueLayout.JAVA_BOOLEAN, POINTER)),
                function(library, "TfLiteXNNPackDelegateWeightsCacheDelete", free),
                function(library, "TfLiteXNNPackDelegateOptionsDefault", FunctionDescriptor.of(OPTIONS)),
                function(library, "TfLiteXNNPackDelegateCreate", FunctionDescriptor.of(POINTER, POINTER)),
                function(library, "TfLiteXNNPackDelegateDelete", free)));
    }

    private static MethodHandle function(SymbolLookup library, String name, FunctionDescriptor signature) {
        return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), signature);
    }

    MemorySegment weights() {
        return required((MemorySegment) call(newWeights));
    }

    void end(MemorySegment weights) {
        if (!(boolean) call(endWeights, weights)) {
            throw new IllegalStateException("XNNPACK cannot share weights");
        }
    }

    void freeWeights(MemorySegment weights) {
        call(freeWeights, weights);
    }

    MemorySegment delegate(int threads, MemorySegment weights) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment options = (MemorySegment) call(defaults, (SegmentAllocator) arena);
            options.set(ValueLayout.JAVA_INT, THREADS, threads);
            options.set(POINTER, WEIGHTS, weights);
            return required((MemorySegment) call(newDelegate, options));
        }
    }

    void freeDelegate(MemorySegment delegate) {
        call(freeDelegate, delegate);
    }

    private static MemorySegment required(MemorySegment made) {
        if (made.address() == 0) {
            throw new IllegalStateException("XNNPACK has no memory");
        }
        return made;
    }

    private static Object call(MethodHandle function, Object... arguments) {
        try {
            return function.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException("XNNPACK cannot be called", e);
        }
    }
}
