package org.posescope.infer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;
import org.posescope.model.NetworkRuntime;
import org.posescope.model.Task;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Opens TorchScript files in DJL's PyTorch engine.
 *
 * <p>
 * TorchScript does not describe its tensors: the one input is taken from the card, with any batch and, of a network for whole frames, any
 * size; the outputs are not known before a run. They are named by the keys where the network returns a dictionary, otherwise {@code output0},
 * {@code output1} and so on in the order of the returned list or tuple.
 *
 * <p>
 * PyTorch has no thread count per network, only one per calling thread that starts with that of the process. So it is set
 * before each run, on the thread of the run; threads that call PyTorch by other ways than a session see the count of the last
 * run in the process.
 */
final class TorchLoader {
    private static final int CHANNELS = 3;

    private TorchLoader() {}

    static Session open(ModelFile model, SessionOptions options) {
        Engine engine = DjlEngines.engine(NetworkRuntime.PYTORCH);
        Model network = engine.newModel(model.card().id(), device(engine, options.device()));
        try {
            Path file = model.path().toAbsolutePath();
            network.load(file.getParent(), file.getFileName().toString());
            return new DjlSession(new DjlSession.Network(model, options.threads(),
                    List.of(input(model.card())), List.of(), network.getBlock(), network.getNDManager(),
                    () -> JniUtils.setNumThreads(options.threads()), network::close));
        } catch (IOException | MalformedModelException | EngineException e) {
            network.close();
            throw LoadFailure.notLoadable(model, e);
        } catch (RuntimeException | Error e) {
            network.close();
            throw e;
        }
    }

    private static Device device(Engine engine, String name) {
        OptionalInt card = ComputeDevice.parse(name).cuda();
        if (card.isPresent() && card.getAsInt() >= engine.getGpuCount()) {
            throw LoadFailure.noCuda(NetworkRuntime.PYTORCH, name,
                    "it knows of " + engine.getGpuCount() + " graphics cards");
        }
        return card.isPresent() ? Device.gpu(card.getAsInt()) : Device.cpu();
    }

    private static TensorInfo input(ModelCard card) {
        boolean anySize = card.task() == Task.POSE_BOTTOM_UP;
        List<Integer> shape = new ArrayList<>(List.of(TensorInfo.ANY));
        int[] single = card.input().shape(1);
        for (int axis = 1; axis < single.length; axis++) {
            shape.add(anySize && single[axis] != CHANNELS ? TensorInfo.ANY : single[axis]);
        }
        return new TensorInfo(card.input().name(), shape);
    }
}
