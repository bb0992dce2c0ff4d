package org.posescope.infer;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The libraries of kernels inside PyTorch, and which of them it may use.
 *
 * <p>
 * NNPACK is asked at every convolution and takes those of sixteen pictures and more, which this program never has. On a processor that it does not
 * know every question prints a warning. It is switched off everywhere.
 *
 * <p>
 * oneDNN 3.7.1 lays out the work of its convolutions by the sizes of the processor's caches. On a virtual machine that hides them (AMD, fifth
 * generation EPYC) some give wrong numbers: with AVX-512 those of 1 x 1 pixels to 40, 80 or 112 channels in a fifth of their outputs, with AVX2
 * YOLOX-nano as a whole. It is switched off there, and PyTorch's own kernels are right.
 */
final class TorchKernels {
    private static final Logger LOG = LoggerFactory.getLogger(TorchKernels.class);
    private static final Path FIRST_CORE = Path.of("/sys/devices/system/cpu/cpu0");
    private static final String CONTEXT = "_ZN2at13globalContextEv";
    private static final String NNPACK = "_ZN2at7Context20setUserEnabledNNPACKEb";
    private static final String ONEDNN = "_ZN2at7Context20setUserEnabledMkldnnEb";

    private TorchKernels() {}

    /**
     * Does what {@code torch.backends.nnpack.set_flags(False)} does, and where it must {@code torch.backends.mkldnn.set_flags(False)}. PyTorch's
     * library is loaded already; where it has other names for these functions (on Windows), nothing changes.
     */
    static void choose() {
        switchOff(NNPACK);
        if (System.getProperty("os.arch").equals("amd64") && cachesAreHidden(FIRST_CORE)) {
            LOG.info("this machine hides its processor's caches, so PyTorch computes without oneDNN");
            switchOff(ONEDNN);
        }
    }

    /** @param core the folder in which Linux tells of a core */
    static boolean cachesAreHidden(Path core) {
        return Files.isDirectory(core) && !Files.isDirectory(core.resolve("cache").resolve("index0"));
    }

    private static void switchOff(String library) {
        SymbolLookup torch = SymbolLookup.loaderLookup();
        Optional<MemorySegment> context = torch.find(CONTEXT);
        Optional<MemorySegment> setter = torch.find(library);
        if (context.isEmpty() || setter.isEmpty()) {
            return;
        }
        Linker linker = Linker.nativeLinker();
        try {
            MemorySegment global = (MemorySegment) linker
                    .downcallHandle(context.get(), FunctionDescriptor.of(ValueLayout.ADDRESS)).invokeExact();
            linker.downcallHandle(setter.get(),
                    FunctionDescriptor.ofVoid(ValueLayout.ADDRESS, ValueLayout.JAVA_BOOLEAN))
                    .invokeExact(global, false);
        } catch (Throwable e) {
            throw new IllegalStateException("PyTorch cannot be told which kernels to use", e);
        }
    }
}
