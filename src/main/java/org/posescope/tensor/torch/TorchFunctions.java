package org.posescope.tensor.torch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.pickle.NumpyFunctions;
import org.posescope.tensor.pickle.PickleFunction;
import org.posescope.tensor.pickle.PickleReader;
import org.posescope.tensor.pickle.PickleValues;
import org.posescope.tensor.pickle.PickledObject;
import org.posescope.tensor.pickle.PythonFunctions;

/** Stand-ins for what pickles of checkpoints name (PyTorch, {@code torch/_utils.py} and {@code torch/serialization.py}). */
final class TorchFunctions {
    private TorchFunctions() {}

    /** All that a {@link PickleReader} of checkpoints needs; tensors become {@link TorchTensor}. */
    static Map<String, PickleFunction> vocabulary() {
        Map<String, PickleFunction> functions = new HashMap<>(PythonFunctions.vocabulary());
        functions.putAll(NumpyFunctions.vocabulary());
        functions.putAll(PickledObject.classes("argparse.Namespace"));
        for (TorchType type : TorchType.values()) {
            functions.put(type.storageClass(), notCallable(type.storageClass()));
        }
        functions.put("torch._utils._rebuild_tensor", TorchFunctions::tensor);
        functions.put("torch._utils._rebuild_tensor_v2", TorchFunctions::tensor);
        functions.put("torch._utils._rebuild_parameter", (arguments, budget) -> argument(arguments, 0));
        functions.put("torch.Size", (arguments, budget) -> argument(arguments, 0));
        functions.put("torch.device", (arguments, budget) -> argument(arguments, 0));
        return Map.copyOf(functions);
    }

    private static PickleFunction notCallable(String name) {
        return (arguments, budget) -> {
            throw new MalformedDataException("its pickle calls " + name + ", which only names a type");
        };
    }

    /** Takes storage, offset, shape and strides; what follows (gradient, hooks) is for training. */
    private static TorchTensor tensor(List<Object> arguments, Object budget) throws MalformedDataException {
        if (!(argument(arguments, 0) instanceof TorchStorage storage)) {
            throw new MalformedDataException("its pickle makes a tensor of what is no storage");
        }
        return TorchTensor.checked(storage, PickleValues.integer(argument(arguments, 1)),
                PickleValues.integers(argument(arguments, 2)), PickleValues.integers(argument(arguments, 3)));
    }

    private static Object argument(List<Object> arguments, int position) throws MalformedDataException {
        if (position >= arguments.size()) {
            throw new MalformedDataException("its pickle makes a tensor of too few parts");
        }
        return arguments.get(position);
    }
}
