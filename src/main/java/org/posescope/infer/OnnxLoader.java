package org.posescope.infer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.posescope.model.ModelFile;
import org.posescope.model.NetworkRuntime;
import org.posescope.network.onnx.edit.BatchNormalizationRepair;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.onnxruntime.engine.OrtNDManager;
import ai.djl.onnxruntime.engine.OrtSymbolBlock;
import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;

/** Opens ONNX files in DJL's ONNX Runtime engine. */
final class OnnxLoader {
    private static final Map<OnnxJavaType, ElementType> INPUTS = Map.of(OnnxJavaType.FLOAT, ElementType.FLOAT32,
            OnnxJavaType.FLOAT16, ElementType.FLOAT16, OnnxJavaType.UINT8, ElementType.UINT8, OnnxJavaType.INT32,
            ElementType.INT32);
    /** Whole numbers are given as float32. */
    private static final Map<OnnxJavaType, ElementType> OUTPUTS = Map.of(OnnxJavaType.FLOAT, ElementType.FLOAT32,
            OnnxJavaType.FLOAT16, ElementType.FLOAT16,
            OnnxJavaType.INT64, ElementType.FLOAT32);

    private OnnxLoader() {}

    static Session open(ModelFile model, SessionOptions options) {
        Engine engine = DjlEngines.engine(NetworkRuntime.ONNXRUNTIME);
        OrtNDManager manager = (OrtNDManager) engine.newBaseManager(Device.cpu());
        try {
            // The session is made here and handed to DJL's block, because a DJL model does not tell the names and shapes of
            // its inputs and outputs. The environment is the one that the engine has made.
            OrtEnvironment environment = OnnxEnvironment.get();
            environment.setTelemetry(false);
            OrtSession session = session(environment, model, options);
            OrtSymbolBlock block = new OrtSymbolBlock(session, manager);
            List<TensorInfo> inputs = describe(model, session.getInputInfo(), INPUTS);
            List<TensorInfo> outputs = describe(model, session.getOutputInfo(), OUTPUTS);
            return new DjlSession(new DjlSession.Network(model, options.threads(), inputs, outputs, block, manager,
                    () -> {}, manager::close));
        } catch (OrtException e) {
            manager.close();
            throw LoadFailure.notLoadable(model, e);
        } catch (RuntimeException | Error e) {
            manager.close();
            throw e;
        }
    }

    private static OrtSession session(OrtEnvironment environment, ModelFile model, SessionOptions options)
            throws OrtException {
        try (OrtSession.SessionOptions settings = new OrtSession.SessionOptions()) {
            settings.setIntraOpNumThreads(options.threads());
            // Its warnings are about its own work on the graph, which nobody who runs a file can change.
            settings.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            // Idle workers that spin would take the cores from the other networks of the pipeline.
            settings.addConfigEntry("session.intra_op.allow_spinning", "0");
            addDevice(settings, options.device());
            Optional<byte[]> repaired = BatchNormalizationRepair.of(model.path());
            return repaired.isPresent()
                    ? environment.createSession(repaired.get(), settings)
                    : environment.createSession(model.path().toString(), settings);
        } catch (IOException e) {
            throw LoadFailure.unreadable(model, e);
        }
    }

    private static void addDevice(OrtSession.SessionOptions settings, String device) {
        OptionalInt card = ComputeDevice.parse(device).cuda();
        if (card.isPresent()) {
            try {
                settings.addCUDA(card.getAsInt());
            } catch (OrtException e) {
                throw LoadFailure.noCuda(NetworkRuntime.ONNXRUNTIME, device, LoadFailure.reason(e));
            }
        }
    }

    private static List<TensorInfo> describe(ModelFile model, Map<String, NodeInfo> nodes,
            Map<OnnxJavaType, ElementType> types) {
        List<TensorInfo> tensors = new ArrayList<>();
        for (NodeInfo node : nodes.values()) {
            if (!(node.getInfo() instanceof ai.onnxruntime.TensorInfo tensor)
                    || !types.containsKey(tensor.type)) {
                throw LoadFailure.notFloat(model, node.getName(), node.getInfo().toString());
            }
            tensors.add(new TensorInfo(node.getName(),
                    Arrays.stream(tensor.getShape()).mapToObj(Math::toIntExact).toList(),
                    types.get(tensor.type)));
        }
        return List.copyOf(tensors);
    }
}
