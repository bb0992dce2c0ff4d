package org.posescope.infer.operator;

import java.util.List;

import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.Tensor;

/** What an operator computes. */
@FunctionalInterface
interface Kernel {
    /**
     * Writes the output.
     *
     * @param options as the file gives them
     * @throws MalformedDataException when the options are not those of the operator
     */
    void compute(List<Tensor> inputs, Tensor output, FlexMap options) throws MalformedDataException;
}
