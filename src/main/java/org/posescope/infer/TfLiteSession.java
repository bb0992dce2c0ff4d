package org.posescope.infer;

import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteTypeGetName;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.kTfLiteFloat32;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.kTfLiteInt32;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.kTfLiteOk;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.kTfLiteUInt8;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.tensorflowlite.Interpreter;
import org.bytedeco.tensorflowlite.TfLiteIntArray;
import org.bytedeco.tensorflowlite.TfLiteTensor;
import org.posescope.error.Cleanup;
import org.posescope.infer.memory.NativeHeap;
import org.posescope.model.ModelFile;
import org.posescope.model.NetworkRuntime;
import org.posescope.tensor.Tensor;

/**
 * A network in TensorFlow Lite. Inputs are copied into the interpreter's memory; outputs are views of it, which throw
 * {@link IllegalStateException} after the session is closed.
 */
final class TfLiteSession implements Session {
    private static final Map<Integer, ElementType> INPUTS = Map.of(kTfLiteFloat32, ElementType.FLOAT32, kTfLiteUInt8,
            ElementType.UINT8, kTfLiteInt32, ElementType.INT32);

    private final NativeResources resources;
    private final Interpreter interpreter;
    private final Arena views = Arena.ofShared();
    private final ModelFile model;
    private final int threads;
    private final List<TensorInfo> inputs;
    private final List<TensorInfo> outputs;
    private boolean closed;

    /**
     * @param resources   of the interpreter, closed with the session
     * @param interpreter whose tensors are allocated
     * @throws org.posescope.error.UserException when a tensor is of a type that is not taken; the resources stay open then
     */
    TfLiteSession(NativeResources resources, Interpreter interpreter, ModelFile model, int threads) {
        this.resources = resources;
        this.interpreter = interpreter;
        this.model = model;
        this.threads = threads;
        this.inputs = IntStream.range(0, (int) interpreter.inputs().limit())
                .mapToObj(i -> describe(interpreter.GetInputName(i), interpreter.input_tensor(i), INPUTS)).toList();
        this.outputs = IntStream.range(0, (int) interpreter.outputs().limit())
                .mapToObj(i -> describe(interpreter.GetOutputName(i), interpreter.output_tensor(i),
                        Map.of(kTfLiteFloat32, ElementType.FLOAT32)))
                .toList();
    }

    private TensorInfo describe(BytePointer name, TfLiteTensor tensor, Map<Integer, ElementType> types) {
        ElementType type = types.get(tensor.type());
        if (type == null) {
            throw LoadFailure.notFloat(model, name.getString(), TfLiteTypeGetName(tensor.type()).getString());
        }
        return new TensorInfo(name.getString(), Arrays.stream(shape(tensor)).boxed().toList(), type);
    }

    private static int[] shape(TfLiteTensor tensor) {
        TfLiteIntArray sides = tensor.dims();
        return IntStream.range(0, sides.size()).map(sides::data).toArray();
    }

    @Override
    public NetworkRuntime runtime() {
        return NetworkRuntime.TFLITE;
    }

    @Override
    public int threads() {
        return threads;
    }

    @Override
    public List<TensorInfo> inputs() {
        return inputs;
    }

    @Override
    public List<TensorInfo> outputs() {
        return outputs;
    }

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> given) {
        if (closed) {
            throw new IllegalStateException("the session is closed");
        }
        InputCheck.require(inputs, given);
        for (int i = 0; i < inputs.size(); i++) {
            inputs.get(i).type().put(given.get(inputs.get(i).name()).data(), memory(interpreter.input_tensor(i)));
        }
        if (interpreter.Invoke() != kTfLiteOk) {
            throw new InferenceException("TensorFlow Lite could not run " + model.path());
        }
        Map<String, Tensor> results = new LinkedHashMap<>();
        for (int i = 0; i < outputs.size(); i++) {
            TfLiteTensor tensor = interpreter.output_tensor(i);
            results.put(outputs.get(i).name(), Tensor.of(memory(tensor).asFloatBuffer(), shape(tensor)));
        }
        return results;
    }

    private ByteBuffer memory(TfLiteTensor tensor) {
        return MemorySegment.ofAddress(tensor.data().f().address()).reinterpret(tensor.bytes(), views, null)
                .asByteBuffer().order(ByteOrder.nativeOrder());
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            Cleanup.all(views::close, resources::close, NativeHeap::trim);
        }
    }
}
