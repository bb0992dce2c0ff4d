package org.posescope.infer;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/**
 * NNPACK inside PyTorch: it is asked at every convolution and takes those of sixteen pictures and more, which this program never has. On a
 * processor that it does not know every question prints a warning.
 */
final class NnPack {
    private static final String CONTEXT = "_ZN2at13globalContextEv";
    private static final String SWITCH = "_ZN2at7Context20setUserEnabledNNPACKEb";

    private NnPack() {}

    /**
     * What {@code torch.backends.nnpack.set_flags(False)} does. PyTorch's library is loaded already; where it has other names for the two
     * functions (on Windows), nothing changes.
     */
    static void switchOff() {
        SymbolLookup torch = SymbolLookup.loaderLookup();
        Optional<MemorySegment> context = torch.find(CONTEXT);
        Optional<MemorySegment> nnPack = torch.find(SWITCH);
        if (context.isEmpty() || nnPack.isEmpty()) {
            return;
        }
        Linker linker = Linker.nativeLinker();
        try {
            MemorySegment global = (MemorySegment) linker
                    .downcallHandle(context.get(), FunctionDescriptor.of(ValueLayout.ADDRESS)).invokeExact();
            linker.downcallHandle(nnPack.get(),
                    FunctionDescriptor.ofVoid(ValueLayout.ADDRESS, ValueLayout.JAVA_BOOLEAN))
                    .invokeExact(global, false);
        } catch (Throwable e) {
            throw new IllegalStateException("NNPACK could not be switched off", e);
        }
    }
}
