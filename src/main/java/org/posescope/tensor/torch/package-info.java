/**
 * PyTorch checkpoints, read as data: the zip format of PyTorch 1.6 and later and the legacy format before it. Files are mapped
 * into memory and a tensor is read when somebody asks for it, so the optimizer's state, which is twice as large as the weights,
 * costs nothing.
 */
package org.posescope.tensor.torch;
