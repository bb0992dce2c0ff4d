package org.posescope.infer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.posescope.tensor.Tensor;

/** Compares what a caller passes with what a network takes, because native code that meets a difference may crash. */
final class InputCheck {
    private InputCheck() {}

    static void require(List<TensorInfo> expected, Map<String, Tensor> given) {
        for (TensorInfo input : expected) {
            Tensor tensor = given.get(input.name());
            if (tensor == null) {
                throw new IllegalArgumentException("input '" + input.name() + "' is missing among " + given.keySet());
            }
            if (!input.admits(tensor.shape())) {
                throw new IllegalArgumentException("input '" + input.name() + "' is " + input.shape() + ", not "
                        + Arrays.toString(tensor.shape()));
            }
        }
        if (given.size() > expected.size()) {
            throw new IllegalArgumentException("the network takes "
                    + expected.stream().map(TensorInfo::name).toList() + ", not " + given.keySet());
        }
    }
}
