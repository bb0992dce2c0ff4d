/**
 * Writes graphs as TorchScript archives, which PyTorch runs: a zip file of the module's code, the module as a pickle, and one file for
 * each of its tensors (pytorch, torch/csrc/jit/docs/serialization.md).
 */
package org.posescope.network.torchscript;
