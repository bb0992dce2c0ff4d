package org.posescope.network.torchscript;

/** The format that a TorchScript network computes in; inputs and outputs are float32 always. */
public enum TorchPrecision {
    FP32,
    /**
     * bfloat16 with channels as the innermost axis, up to {@link org.posescope.network.graph.Operation.FullPrecision}. Fast on processors
     * with AVX-512 BF16 or AMX.
     */
    BF16
}
