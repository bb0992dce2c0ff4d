package org.posescope.tensor.torch;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.posescope.error.UserException;
import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.NamedTensors;
import org.posescope.tensor.NdArray;
import org.posescope.tensor.Quoted;
import org.posescope.tensor.ReadFailure;
import org.posescope.tensor.pickle.PickleDict;

/**
 * The weights of a network by the names its authors gave them. It reads from a checkpoint as long as that is open.
 */
public final class StateDict implements NamedTensors {
    /** Where training programs keep the weights beside the optimizer's state, the first that is there. */
    private static final List<String> PLACES = List.of("model", "state_dict", "model_state_dict", "net");

    /** What {@code DataParallel} puts before each name when several graphics cards train together. */
    private static final String PARALLEL = "module.";

    private final Path file;
    private final Map<String, TorchTensor> tensors;

    private StateDict(Path file, Map<String, TorchTensor> tensors) {
        this.file = file;
        this.tensors = tensors;
    }

    static StateDict find(Path file, Object value) {
        if (value instanceof PickleDict root) {
            for (String place : PLACES) {
                if (root.get(place).orElse(null) instanceof PickleDict nested && holdsTensors(nested)) {
                    return new StateDict(file, named(nested));
                }
            }
            if (holdsTensors(root)) {
                return new StateDict(file, named(root));
            }
        }
        throw new UserException(file + " holds no weights of a network that are told apart by name.");
    }

    private static boolean holdsTensors(PickleDict dict) {
        return dict.entries().values().stream().anyMatch(TorchTensor.class::isInstance);
    }

    private static Map<String, TorchTensor> named(PickleDict dict) {
        Map<String, TorchTensor> tensors = new LinkedHashMap<>();
        dict.entries().forEach((key, value) -> {
            if (key instanceof String name && value instanceof TorchTensor tensor) {
                tensors.put(name, tensor);
            }
        });
        return tensors.keySet().stream().allMatch(name -> name.startsWith(PARALLEL)) ? unprefixed(tensors) : tensors;
    }

    private static Map<String, TorchTensor> unprefixed(Map<String, TorchTensor> tensors) {
        Map<String, TorchTensor> renamed = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> renamed.put(name.substring(PARALLEL.length()), tensor));
        return renamed;
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public Set<String> names() {
        return Collections.unmodifiableSet(tensors.keySet());
    }

    @Override
    public long[] shape(String name) {
        return tensor(name).shape();
    }

    /** As {@link TorchTensor#toArray}. */
    @Override
    public NdArray read(String name) {
        try {
            return tensor(name).toArray();
        } catch (MalformedDataException e) {
            throw ReadFailure.of(file, name, e);
        }
    }

    private TorchTensor tensor(String name) {
        TorchTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new UserException(file + " has no tensor named " + Quoted.of(name) + ".");
        }
        return tensor;
    }
}
